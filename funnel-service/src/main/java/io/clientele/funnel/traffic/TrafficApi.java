package io.clientele.funnel.traffic;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.contract.index.EventsIndex;
import io.clientele.edge.Role;
import io.clientele.elasticsearch.client.Searches;
import io.smallrye.mutiny.Uni;

/** The GraphQL of traffic. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class TrafficApi {

    private final Searches searches;
    private final BusinessConfig business;

    TrafficApi(Searches searches, BusinessConfig business) {
        this.searches = searches;
        this.business = business;
    }

    @Query
    @NonNull
    @Description("Page views, visitors, sessions and dwell time of a range of time, by intervals of the calendar.")
    public Uni<Traffic> traffic(@NonNull TrafficInput input) {
        return Uni.createFrom().item(() -> input.question(business.zone())).flatMap(this::answer);
    }

    private Uni<Traffic> answer(TrafficQuestion question) {
        return searches.search(EventsIndex.READ_ALIAS, TrafficSearch.body(question))
                .map(answer -> TrafficSearch.read(question, answer));
    }
}
