package io.clientele.funnel.funnel;

import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

import io.clientele.edge.page.PageInfo;
import io.clientele.edge.page.PageRequest;
import io.clientele.funnel.funnel.FoundCustomers.Found;
import io.clientele.funnel.journey.Customer;

/** A page of a funnel's customers. */
@Description("A page of a funnel's customers.")
public record FunnelCustomerConnection(
        @NonNull List<@NonNull FunnelCustomerEdge> edges,
        @NonNull PageInfo pageInfo,

        @Description("How many customers there were when the first page was asked for; exact.")
        long totalCount) {

    /** The page that was asked for, out of one that has room for one more: that one shows whether there is a next page. */
    static FunnelCustomerConnection of(PageRequest request, CustomersPage found) {
        List<Found> customers = found.customers();
        boolean more = customers.size() > request.size();
        List<FunnelCustomerEdge> edges = customers.stream()
                .limit(request.size())
                .map(customer -> new FunnelCustomerEdge(new Customer(customer.id()), found.cursor(customer)))
                .toList();
        return new FunnelCustomerConnection(
                edges,
                new PageInfo(
                        more,
                        request.cursor() != null,
                        edges.isEmpty() ? null : edges.getFirst().cursor(),
                        edges.isEmpty() ? null : edges.getLast().cursor()),
                found.total());
    }
}
