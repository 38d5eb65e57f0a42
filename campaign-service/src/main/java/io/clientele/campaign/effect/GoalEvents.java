package io.clientele.campaign.effect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.contract.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * What a page of events means for the effect of campaigns.
 *
 * @param reached events that are a campaign's goal, once for each such campaign
 * @param reversals of orders
 */
record GoalEvents(List<ReachedGoal> reached, List<OrderReversal> reversals) {

    GoalEvents {
        reached = List.copyOf(reached);
        reversals = List.copyOf(reversals);
    }

    /** Finds them. */
    static GoalEvents of(Collection<CampaignGoal> goals, List<Event> events) {
        List<ReachedGoal> reached = new ArrayList<>();
        List<OrderReversal> reversals = new ArrayList<>();
        for (Event event : events) {
            for (CampaignGoal goal : goals) {
                if (goal.isReachedBy(event)) {
                    reached.add(ReachedGoal.of(goal, event));
                }
            }
            OrderReversal.of(event).ifPresent(reversals::add);
        }
        return new GoalEvents(reached, reversals);
    }

    boolean isEmpty() {
        return reached.isEmpty() && reversals.isEmpty();
    }

    /** Those that can matter if only these campaigns have contacts. */
    GoalEvents of(Set<String> contacting) {
        return new GoalEvents(
                reached.stream()
                        .filter(goal -> contacting.contains(goal.campaign()))
                        .toList(),
                contacting.isEmpty() ? List.of() : reversals);
    }

    /** Whose events they are, as the events themselves say. */
    Set<String> customers() {
        Set<String> customers = new LinkedHashSet<>();
        reached.forEach(goal -> customers.add(goal.customer()));
        reversals.forEach(reversal -> customers.add(reversal.customer()));
        return customers;
    }

    /**
     * Keeps those of customers with exposures, each once however often it comes.
     *
     * @param ids by each of {@link #customers} every id that leads to the same customer; one that is absent stands for
     *     itself alone
     */
    Uni<Void> record(SqlConnection transaction, Map<String, Set<String>> ids) {
        return ConversionRows.addConversions(transaction, reached, ids)
                .chain(() -> ConversionRows.addReversals(transaction, reversals, ids));
    }
}
