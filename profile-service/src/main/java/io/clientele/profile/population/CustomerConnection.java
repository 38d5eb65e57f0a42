package io.clientele.profile.population;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.edge.page.PageInfo;

/** A page of customers. */
@Description("A page of customers.")
public record CustomerConnection(
        @NonNull List<@NonNull CustomerEdge> edges,
        @NonNull PageInfo pageInfo,

        @Description("Customers in all; exact, of the index as it is.")
        long totalCount) {

    public CustomerConnection {
        edges = List.copyOf(edges);
    }
}
