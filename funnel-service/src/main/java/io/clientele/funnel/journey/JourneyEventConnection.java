package io.clientele.funnel.journey;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.contract.event.EventDocument;
import io.clientele.edge.page.PageInfo;
import io.clientele.funnel.question.Page;

/** A page of a customer's events. */
@Description("A page of a customer's events.")
public record JourneyEventConnection(
        @NonNull List<@NonNull JourneyEventEdge> edges,
        @NonNull PageInfo pageInfo,
        @Description("The customer's events in all; exact.") long totalCount) {

    static JourneyEventConnection of(Page page) {
        List<JourneyEventEdge> edges = page.entries().stream()
                .map(entry ->
                        new JourneyEventEdge(JourneyEvent.of(EventDocument.read(entry.document())), entry.cursor()))
                .toList();
        return new JourneyEventConnection(edges, page.info(), page.total());
    }
}
