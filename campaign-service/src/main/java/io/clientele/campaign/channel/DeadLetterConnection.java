package io.clientele.campaign.channel;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.edge.page.PageInfo;

/** A page of dead letters. */
@Description("A page of messages that were given up, the oldest first.")
public record DeadLetterConnection(
        @NonNull List<@NonNull DeadLetterEdge> edges,
        @NonNull PageInfo pageInfo) {

    static DeadLetterConnection of(List<Delivery> found, int size, boolean fromStart) {
        List<DeadLetterEdge> edges = found.stream()
                .limit(size)
                .map(delivery -> new DeadLetterEdge(delivery, Long.toString(delivery.number())))
                .toList();
        return new DeadLetterConnection(
                edges,
                new PageInfo(
                        found.size() > size,
                        !fromStart,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()));
    }
}
