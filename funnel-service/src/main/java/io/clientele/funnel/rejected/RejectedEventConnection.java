package io.clientele.funnel.rejected;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.edge.page.PageInfo;
import io.clientele.funnel.question.Page;

/** A page of the rejected events. */
@Description("A page of the rejected events.")
public record RejectedEventConnection(
        @NonNull List<@NonNull RejectedEventEdge> edges,
        @NonNull PageInfo pageInfo,

        @Description("Rejected events in all that were asked for; exact.")
        long totalCount) {

    static RejectedEventConnection of(Page page) {
        List<RejectedEventEdge> edges = page.entries().stream()
                .map(entry -> new RejectedEventEdge(RejectedEvent.of(entry.document()), entry.cursor()))
                .toList();
        return new RejectedEventConnection(edges, page.info(), page.total());
    }
}
