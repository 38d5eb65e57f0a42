package io.clientele.funnel.sales;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.contract.index.EventsIndex;
import io.clientele.edge.Role;
import io.clientele.elasticsearch.client.Searches;
import io.smallrye.mutiny.Uni;

/** The GraphQL of sales. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class SalesApi {

    private final Searches searches;

    SalesApi(Searches searches) {
        this.searches = searches;
    }

    @Query
    @NonNull
    @Description("Customers, orders and revenue of a range of time, by the event Order Completed.")
    public Uni<Sales> sales(@NonNull SalesInput input) {
        return Uni.createFrom()
                .item(input::question)
                .flatMap(question -> searches.search(EventsIndex.READ_ALIAS, SalesSearch.body(question)))
                .map(SalesSearch::read);
    }
}
