package io.clientele.funnel.journey;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.clientele.edge.Sight;
import io.clientele.edge.page.PageRequest;
import io.smallrye.graphql.api.federation.Resolver;
import io.smallrye.mutiny.Uni;

/** The GraphQL of single customers. */
@GraphQLApi
@RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class CustomerApi {

    private final Sight sight;
    private final JourneyService journeys;

    CustomerApi(Sight sight, JourneyService journeys) {
        this.sight = sight;
        this.journeys = journeys;
    }

    /**
     * A customer; null if there is no event of such a one. For this service alone: through the gateway, profile-service's field
     * of the same name answers, and describes it.
     */
    @Query
    public Uni<@Nullable Customer> customer(@NonNull @Id String id) {
        return Uni.createFrom()
                .item(() -> {
                    sight.check(id);
                    return List.of(id);
                })
                .flatMap(journeys::known)
                .map(List::getFirst);
    }

    /** The entities of the gateway's representations, in their order, null for the missing. */
    @Resolver
    public Uni<List<@Nullable Customer>> customers(@NonNull List<@NonNull String> id) {
        return Uni.createFrom()
                .item(() -> {
                    sight.checkEntities(id);
                    return id;
                })
                .flatMap(journeys::known);
    }

    /**
     * The customer's events. Of the gateway's customer, which is profile-service's, this is the part that may be missing: were it
     * {@code NonNull}, an answer that cannot be had would take the whole customer with it.
     */
    @Description("The customer's events: pages by first and after, or by last and before. Null only with an error.")
    public Uni<JourneyEventConnection> journey(
            @Source Customer customer,
            @Nullable @Description("The first edges, 1 to 1000; 50 if neither first nor last is given.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after,
            @Nullable @Description("The last edges, 1 to 1000.") Integer last,
            @Nullable @Description("Only what comes before this cursor.") String before,
            @Nullable @DefaultValue("NEWEST_FIRST") @Description("What comes first.") JourneyOrder order) {
        return Uni.createFrom()
                .item(() -> PageRequest.of(first, after, last, before))
                .flatMap(page -> journeys.page(customer.id(), order == null ? JourneyOrder.NEWEST_FIRST : order, page));
    }
}
