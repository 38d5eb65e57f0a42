package io.clientele.campaign.customer;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.clientele.edge.Sight;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.graphql.api.federation.Resolver;

/** The GraphQL of customers as such. */
@GraphQLApi
public class CustomerApi {

    private final Sight sight;

    CustomerApi(Sight sight) {
        this.sight = sight;
    }

    /**
     * The entities of the gateway's representations, in their order. Whether there is such a customer, another service
     * knows; here somebody without contacts and coupons looks the same.
     */
    @Resolver
    @NonBlocking
    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    public List<@Nullable Customer> customersById(@NonNull List<@NonNull String> id) {
        sight.checkEntities(id);
        List<@Nullable Customer> customers = new ArrayList<>(id.size());
        id.forEach(each -> customers.add(new Customer(each)));
        return customers;
    }
}
