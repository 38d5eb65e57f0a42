package io.clientele.profile.value;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.OrderFacts;

/**
 * What one customer is measured against: the customers with an order within the year, at an instant.
 *
 * @param asOf when it was measured
 * @param customers how many customers it was measured over
 * @param cuts of the three values; null exactly if there are no customers
 * @param meanOrderValue the platform's: revenue by orders within the year, in millionths of the main currency, half up; null
 *     if there is no order in it
 */
public record ValueScale(
        Instant asOf,
        long customers,
        @Nullable Cuts cuts,
        @Nullable Long meanOrderValue) {

    /** Of a shop without orders, or one that was not measured yet. */
    public static final ValueScale NONE = new ValueScale(Instant.EPOCH, 0, null, null);

    /** The cuts of recency in days, of frequency in orders, of monetary value in millionths. */
    public record Cuts(Quintiles recency, Quintiles frequency, Quintiles monetary) {}

    public ValueScale {
        if (customers < 0 || (customers == 0) != (cuts == null)) {
            throw new IllegalArgumentException("A scale has cuts exactly if it has customers");
        }
    }

    /** The scale of all customers' orders; those without an order within the year do not count. */
    public static ValueScale of(Instant asOf, Collection<OrderFacts> customers) {
        List<OrderFacts> buyers =
                customers.stream().filter(customer -> customer.frequency() > 0).toList();
        if (buyers.isEmpty()) {
            return new ValueScale(asOf, 0, null, null);
        }
        long orders = buyers.stream().mapToLong(OrderFacts::priced).sum();
        long revenue = buyers.stream().mapToLong(OrderFacts::monetary).sum();
        Cuts cuts = new Cuts(
                cut(buyers, buyer -> buyer.recencyDays() == null ? 0 : buyer.recencyDays()),
                cut(buyers, OrderFacts::frequency),
                cut(buyers, OrderFacts::monetary));
        return new ValueScale(asOf, buyers.size(), cuts, orders == 0 ? null : (2 * revenue + orders) / (2 * orders));
    }

    private static Quintiles cut(List<OrderFacts> buyers, ToLongFunction<OrderFacts> value) {
        return Quintiles.of(buyers.stream().mapToLong(value).toArray());
    }

    /** The scores of a customer; null of one without an order within the year, or if there is nobody to measure against. */
    public @Nullable RfmScores scores(Rfm rfm) {
        if (cuts == null || rfm.recencyDays() == null || rfm.frequency() == 0) {
            return null;
        }
        return new RfmScores(
                6 - cuts.recency().fifth(rfm.recencyDays()),
                cuts.frequency().fifth(rfm.frequency()),
                cuts.monetary().fifth(rfm.monetary()));
    }
}
