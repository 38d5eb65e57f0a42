package io.clientele.campaign.benefit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.customer.Customer;
import io.clientele.edge.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of benefits and of who has them. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class BenefitApi {

    private final Benefits benefits;
    private final Coupons coupons;
    private final SecurityIdentity caller;
    private final Clock clock;

    BenefitApi(Benefits benefits, Coupons coupons, SecurityIdentity caller, Clock clock) {
        this.benefits = benefits;
        this.coupons = coupons;
        this.caller = caller;
        this.clock = clock;
    }

    @Query
    @NonNull
    @Description("Every benefit that is defined, by id.")
    public Uni<@NonNull List<@NonNull Benefit>> benefits() {
        return benefits.all().map(all -> all.stream().map(Benefit::of).toList());
    }

    @Query
    @Description("A benefit; null if none has this id.")
    public Uni<@Nullable Benefit> benefit(@NonNull @Id String id) {
        return benefits.find(List.of(id)).map(found -> {
            StoredBenefit stored = found.get(id);
            return stored == null ? null : Benefit.of(stored);
        });
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.MARKETER, Role.ADMIN})
    @Description("Defines a benefit, or defines it anew; coupons that are out keep their terms.")
    public Uni<Benefit> defineBenefit(@NonNull DefineBenefitInput input) {
        return Uni.createFrom()
                .deferred(() -> benefits.define(input, caller.getPrincipal().getName()))
                .map(Benefit::of);
    }

    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("The coupons that the customer can use, those first that expire soonest. Null only with an error.")
    public Uni<List<@NonNull List<@NonNull Coupon>>> offers(@Source List<Customer> customers) {
        Instant now = clock.instant();
        List<String> ids = customers.stream().map(Customer::id).toList();
        return coupons.usable(ids).map(usable -> {
            List<List<Coupon>> offers = new ArrayList<>();
            ids.forEach(id -> offers.add(usable.getOrDefault(id, List.of()).stream()
                    .map(coupon -> Coupon.of(coupon, now))
                    .toList()));
            return offers;
        });
    }
}
