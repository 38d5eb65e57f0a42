package io.clientele.profile.population;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.Role;
import io.clientele.edge.condition.ConditionInput;
import io.clientele.edge.page.PageRequest;
import io.clientele.profile.churn.RiskLevel;
import io.smallrye.mutiny.Uni;

/** The GraphQL of questions about all customers. */
@GraphQLApi
@RolesAllowed({Role.ANALYST, Role.MARKETER, Role.ADMIN})
public class PopulationApi {

    private final Population population;

    PopulationApi(Population population) {
        this.population = population;
    }

    @Query
    @NonNull
    @Description("Customers: pages by first and after, or by last and before.")
    public Uni<CustomerConnection> customers(
            @Nullable @Description("Only those of whom this holds.") ConditionInput filter,
            @Nullable @DefaultValue("ID") @Description("What comes first.") CustomerOrdering order,
            @Nullable @Description("The first edges, 1 to 1000; 50 if neither first nor last is given.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after,
            @Nullable @Description("The last edges, 1 to 1000.") Integer last,
            @Nullable @Description("Only what comes before this cursor.") String before) {
        return Uni.createFrom()
                .deferred(() -> population.list(
                        filter,
                        order == null ? CustomerOrdering.ID : order,
                        PageRequest.of(first, after, last, before)));
    }

    @Query
    @NonNull
    @Description("Customers who could leave, the one whose loss would cost most first.")
    public Uni<CustomerConnection> churnWatch(
            @Nullable @DefaultValue("LOW") @Description("The least risk; NONE names everybody.") RiskLevel minimumRisk,
            @Nullable @Description("The first edges, 1 to 1000; 50 if neither first nor last is given.") Integer first,
            @Nullable @Description("Only what comes after this cursor.") String after,
            @Nullable @Description("The last edges, 1 to 1000.") Integer last,
            @Nullable @Description("Only what comes before this cursor.") String before) {
        return Uni.createFrom()
                .deferred(() -> population.watched(
                        minimumRisk == null ? RiskLevel.LOW : minimumRisk, PageRequest.of(first, after, last, before)));
    }

    @Query
    @NonNull
    @Description("Customers with an order within the year by their scores; scores that nobody has are left out.")
    public Uni<List<@NonNull RfmCell>> rfm(
            @DefaultValue("false") @Description("Whether monetary scores divide the cells, too.") boolean monetary) {
        return population.rfm(monetary);
    }

    @Query
    @NonNull
    @Description("Customers by lifecycle stage; visitors are customers, too.")
    public Uni<List<@NonNull LifecyclePortion>> lifecycle() {
        return population.lifecycle();
    }

    @Query
    @NonNull
    @Description("Customers by value tier; visitors are customers, too.")
    public Uni<List<@NonNull TierPortion>> valueTiers() {
        return population.tiers();
    }
}
