package io.clientele.campaign.consent;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

import io.clientele.campaign.customer.Customer;
import io.clientele.edge.Role;
import io.clientele.edge.Sight;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of consent. */
@GraphQLApi
public class ConsentApi {

    private final Consents consents;
    private final SecurityIdentity caller;
    private final Sight sight;

    ConsentApi(Consents consents, SecurityIdentity caller, Sight sight) {
        this.consents = consents;
        this.caller = caller;
        this.sight = sight;
    }

    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("What the customer last said about being written to, of each scope that it said something about.")
    public Uni<List<List<@NonNull Consent>>> consents(@Source List<Customer> customers) {
        return consents.of(customers.stream().map(Customer::id).toList());
    }

    @Mutation("setConsent")
    @NonNull
    @RolesAllowed({Role.SHOPPER, Role.MARKETER, Role.ADMIN})
    @Description("Takes note that a customer consents to being written to, or withdraws.")
    public Uni<Consent> setConsent(@NonNull ConsentInput input) {
        return Uni.createFrom().deferred(() -> {
            sight.check(input.customer());
            boolean staff = caller.hasRole(Role.MARKETER) || caller.hasRole(Role.ADMIN);
            return consents.set(
                    input,
                    staff ? ConsentSource.STAFF : ConsentSource.SHOPPER,
                    caller.getPrincipal().getName());
        });
    }
}
