package io.clientele.funnel.funnel;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * One step of an answered funnel.
 *
 * @param count entities that reached it, exact
 * @param conversionFromStart 0 to 1, or null if nobody took the first step
 * @param conversionFromPrevious 0 to 1, or null if nobody reached the step before; of the first step, counted from itself
 */
@Description("One step of a funnel.")
public record FunnelStep(
        @NonNull @Description("The step's name, or else its event.")
        String name,

        @Description("How many reached the step; exact.") long count,

        @Description("The share of those who took the first step, 0 to 1; null if there are none.") @Nullable
        Double conversionFromStart,

        @Description("The share of those who reached the step before, 0 to 1; null if there are none.") @Nullable
        Double conversionFromPrevious) {

    /** The steps of counts in the same order as their names. */
    static List<FunnelStep> list(List<String> names, List<Long> counts) {
        if (names.size() != counts.size()) {
            throw new IllegalArgumentException(names.size() + " steps were asked for, " + counts.size() + " answered");
        }
        List<FunnelStep> steps = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            long count = counts.get(i);
            steps.add(new FunnelStep(
                    names.get(i),
                    count,
                    share(count, counts.getFirst()),
                    share(count, counts.get(Math.max(0, i - 1)))));
        }
        return List.copyOf(steps);
    }

    private static @Nullable Double share(long count, long base) {
        return base == 0 ? null : (double) count / base;
    }
}
