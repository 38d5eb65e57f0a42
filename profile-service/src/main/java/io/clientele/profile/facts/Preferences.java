package io.clientele.profile.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What the customer prefers: each time what is most frequent, of several equally frequent the first by text.
 *
 * @param categories the up to three that most was spent on within {@code yearDays}, the most preferred first; without orders of
 *     known categories those looked at most
 * @param priceBand of the products looked at and ordered, on the scale 1-2-5 of the main currency, such as {@code 100-200}
 * @param channel by events
 * @param device its type, by events
 * @param os the operating system, by events
 * @param country by events, as are region, city and cityTier
 * @param activeHour 0 to 23 in the business zone: the hour of the day with most events, the earliest of several; null without events
 * @param hours events by hour of the day, 24 of them
 * @param weekHours events by hour of the week from Monday 0:00, 168 of them
 */
public record Preferences(
        List<String> categories,
        @Nullable String priceBand,
        @Nullable String channel,
        @Nullable String device,
        @Nullable String os,
        @Nullable String country,
        @Nullable String region,
        @Nullable String city,
        @Nullable String cityTier,
        @Nullable Integer activeHour,
        List<Long> hours,
        List<Long> weekHours) {

    private static final int CATEGORIES = 3;

    public Preferences {
        categories = List.copyOf(categories);
        hours = List.copyOf(hours);
        weekHours = List.copyOf(weekHours);
    }

    /** The most preferred category. */
    public @Nullable String category() {
        return categories.isEmpty() ? null : categories.getFirst();
    }

    static Preferences of(Ledger ledger, Map<String, Long> spentOnCategories, FactsRules rules) {
        Tallies tallies = ledger.parts().tallies;
        long[] week = ledger.parts().hours.counts();
        long[] day = new long[WeekHours.DAY];
        for (int i = 0; i < week.length; i++) {
            day[i % WeekHours.DAY] += week[i];
        }
        int busiest = 0;
        for (int hour = 1; hour < day.length; hour++) {
            busiest = day[hour] > day[busiest] ? hour : busiest;
        }
        return new Preferences(
                Tally.top(
                        spentOnCategories.isEmpty() ? tallies.counts(Feature.CATEGORY) : spentOnCategories, CATEGORIES),
                priceBand(tallies.counts(Feature.PRICE_BAND), rules.currency() + ' '),
                tallies.top(Feature.CHANNEL),
                tallies.top(Feature.DEVICE),
                tallies.top(Feature.OS),
                tallies.top(Feature.COUNTRY),
                tallies.top(Feature.REGION),
                tallies.top(Feature.CITY),
                tallies.top(Feature.CITY_TIER),
                day[busiest] == 0 ? null : busiest,
                list(day),
                list(week));
    }

    /** By hand: this is done for every customer that changes. */
    private static List<Long> list(long[] counts) {
        Long[] boxed = new Long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            boxed[i] = counts[i];
        }
        return List.of(boxed);
    }

    private static @Nullable String priceBand(Map<String, Long> bands, String prefix) {
        Map<String, Long> ofCurrency = new TreeMap<>();
        bands.forEach((band, count) -> {
            if (band.startsWith(prefix)) {
                ofCurrency.put(band.substring(prefix.length()), count);
            }
        });
        return Tally.top(ofCurrency);
    }
}
