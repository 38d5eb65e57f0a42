package io.clientele.profile.population;

import java.util.Collection;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

import io.clientele.profile.card.Amount;

/** How many customers are of a kind and what they bring. */
@Type("CustomerPortion")
@Description("How many customers are of a kind and what they bring.")
public record Portion(
        @Description("How many.") long customers,

        @Description("Of all that are asked about, 0 to 1; 0 if there are none.")
        double customerShare,

        @NonNull @Description("Of the last 365 days.") Amount revenue,

        @Description("Of that of all that are asked about, 0 to 1; 0 if there is none.")
        double revenueShare) {

    static Portion of(Grouping.Group group, Grouping.Group all, String currency) {
        return new Portion(
                group.customers(),
                share(group.customers(), all.customers()),
                Amount.of(group.revenue(), currency),
                share(group.revenue(), all.revenue()));
    }

    static Grouping.Group sum(Collection<Grouping.Group> groups) {
        Grouping.Group sum = Grouping.Group.NOBODY;
        for (Grouping.Group group : groups) {
            sum = sum.plus(group);
        }
        return sum;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
