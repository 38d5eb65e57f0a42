package io.clientele.funnel.rejected;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.index.RejectedEventsIndex;
import io.clientele.edge.Role;
import io.clientele.edge.page.PageRequest;
import io.clientele.elasticsearch.client.Searches;
import io.clientele.funnel.question.TimeRange;
import io.smallrye.mutiny.Uni;

/** The GraphQL of rejected events. What clients sent may be personal, so it is not for everyone who reads figures. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.ADMIN})
public class RejectedEventsApi {

    private final Searches searches;

    RejectedEventsApi(Searches searches) {
        this.searches = searches;
    }

    @Query
    @NonNull
    @Description("What the collector refused and kept, newest first.")
    public Uni<RejectedEventConnection> rejectedEvents(
            @Nullable @DefaultValue("50") @Description("Edges at most, 1 to 1000.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after,
            @Nullable @Description("Only those refused for this reason.") String code,
            @Nullable @Description("Only those received at or after this instant.") Instant from,
            @Nullable @Description("Only those received before this instant.") Instant to) {
        return Uni.createFrom()
                .item(() -> PageRequest.of(first, after, null, null))
                .flatMap(page -> page(page, code, TimeRange.of("", from, to)));
    }

    private Uni<RejectedEventConnection> page(PageRequest page, @Nullable String code, TimeRange received) {
        return searches.search(RejectedEventsIndex.ALIAS, RejectedEventsSearch.body(page, code, received))
                .map(answer -> RejectedEventConnection.of(RejectedEventsSearch.NEWEST_FIRST.read(page, answer)));
    }
}
