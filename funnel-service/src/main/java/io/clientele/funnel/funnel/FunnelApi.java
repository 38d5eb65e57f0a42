package io.clientele.funnel.funnel;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.clientele.edge.funnel.FunnelInput;
import io.clientele.edge.funnel.FunnelOutcome;
import io.clientele.edge.page.PageRequest;
import io.smallrye.mutiny.Uni;

/** The GraphQL of funnels. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class FunnelApi {

    private final FunnelService funnels;
    private final FunnelCustomers customers;

    FunnelApi(FunnelService funnels, FunnelCustomers customers) {
        this.funnels = funnels;
        this.customers = customers;
    }

    @Query
    @NonNull
    @Description("How many customers or sessions went through steps in order, within a window of time; exact.")
    public Uni<Funnel> funnel(@NonNull FunnelInput input) {
        return Uni.createFrom().item(() -> FunnelReading.question(input)).flatMap(funnels::compute);
    }

    @Query
    @NonNull
    @Description(
            "Who reached a step of a funnel, and who went no further; exact, each customer once. Of sessions their customers.")
    public Uni<FunnelCustomerConnection> funnelCustomers(
            @NonNull @Description("The funnel, without a breakdown.") FunnelInput input,
            @Description("The step that they reached: 1 is the first.") int step,
            @NonNull FunnelOutcome outcome,
            @Nullable @Description("The first edges, 1 to 1000; 50 if not given.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after) {
        return Uni.createFrom().deferred(() -> {
            PageRequest page = PageRequest.of(first, after, null, null);
            return customers
                    .list(question(input, step, outcome, page))
                    .map(found -> FunnelCustomerConnection.of(page, found));
        });
    }

    private static CustomersQuestion question(FunnelInput input, int step, FunnelOutcome outcome, PageRequest page) {
        String cursor = page.cursor();
        // One more than the page shows whether there is a next one.
        return new CustomersQuestion(
                FunnelReading.question(input),
                step,
                outcome,
                page.size() + 1,
                cursor == null ? null : CustomerPlace.of("after", cursor));
    }
}
