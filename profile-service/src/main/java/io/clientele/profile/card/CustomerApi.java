package io.clientele.profile.card;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.clientele.edge.Sight;
import io.clientele.profile.customer.LoadedCustomer;
import io.clientele.profile.portrait.PortraitRules;
import io.smallrye.graphql.api.federation.Override;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;

/**
 * The GraphQL of single customers.
 *
 * <p>A shopper sees of itself what it said and did: traits, place and facts. What the shop concludes from that is the shop's:
 * value, lifecycle, churn, tags, segments.
 */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class CustomerApi {

    private final Sight sight;
    private final CustomerReading reading;
    private final String currency;

    CustomerApi(Sight sight, CustomerReading reading, PortraitRules rules) {
        this.sight = sight;
        this.reading = reading;
        this.currency = rules.facts().currency();
    }

    /** Overrides funnel-service's, which knows neither merged ids nor who is behind a device. */
    @Query
    @Override(from = "funnel")
    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("A customer; null if nobody is known by this id. A shopper may ask for itself only, by its own id.")
    public Uni<@Nullable Customer> customer(
            @NonNull
                    @Id
                    @Description(
                            "Any id that leads to the customer: a user id, one that was merged away, an anonymous id.")
                    String id) {
        return Uni.createFrom()
                .item(() -> {
                    sight.check(id);
                    return id;
                })
                .flatMap(reading::find)
                .map(found -> found.orElse(null));
    }

    /** The entities of the gateway's representations, in their order, null for the missing. */
    @Resolver
    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    public Uni<List<@Nullable Customer>> customersById(@NonNull List<@NonNull String> id) {
        return Uni.createFrom()
                .item(() -> {
                    sight.checkEntities(id);
                    return id;
                })
                .flatMap(reading::find);
    }

    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("What identify calls said of the customer, a JSON object.")
    public Uni<String> traits(@Source Customer customer) {
        return of(customer, loaded -> loaded.traits().fields().json().toString());
    }

    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    public Uni<CustomerPlace> place(@Source Customer customer) {
        return of(customer, loaded -> CustomerPlace.of(loaded.portrait().place()));
    }

    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    public Uni<CustomerFactSheet> facts(@Source Customer customer) {
        return of(customer, loaded -> CustomerFactSheet.of(loaded.portrait().facts(), currency));
    }

    public Uni<CustomerWorth> value(@Source Customer customer) {
        return of(customer, loaded -> CustomerWorth.of(loaded.portrait().value(), currency));
    }

    public Uni<CustomerLifecycle> lifecycle(@Source Customer customer) {
        return of(
                customer,
                loaded -> CustomerLifecycle.of(loaded.portrait().value().lifecycle()));
    }

    public Uni<CustomerChurn> churn(@Source Customer customer) {
        return of(customer, loaded -> CustomerChurn.of(loaded.portrait().churn(), currency));
    }

    @Description("The ids of the customer's tags, of every kind.")
    public Uni<List<@NonNull String>> tags(@Source Customer customer) {
        return of(
                customer, loaded -> loaded.evaluation().tags().stream().sorted().toList());
    }

    @Nullable
    @Description("Region, category preference and spending power in one tag; null as long as one is not known.")
    public Uni<@Nullable String> compositeTag(@Source Customer customer) {
        return of(
                customer,
                loaded ->
                        loaded.portrait().compositeTag().map(tag -> tag.text()).orElse(null));
    }

    public Uni<CustomerIdentity> identity(@Source Customer customer) {
        return reading.identity(customer);
    }

    @Nullable
    @Description("When an answer could change without an event; null: never.")
    public Uni<@Nullable Instant> nextReviewAt(@Source Customer customer) {
        return of(customer, LoadedCustomer::nextReviewAt);
    }

    private <T extends @Nullable Object> Uni<T> of(Customer customer, Function<LoadedCustomer, T> field) {
        return reading.load(customer).map(field);
    }
}
