package io.clientele.profile.index;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.DailyCounts;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.profile.customer.LoadedCustomer;
import io.clientele.profile.customer.RecomputedCustomer;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.portrait.CompositeTag;
import io.clientele.profile.portrait.Portrait;
import io.clientele.profile.trait.Traits;

/** Customers as conditions ask for them; pure. */
public final class CustomerViews {

    private CustomerViews() {}

    /**
     * A customer that is being recomputed: of tags the composite one only, and no segments.
     *
     * @param counters what is counted beside all events of a name
     */
    public static CustomerView of(RecomputedCustomer customer, CounterSet counters) {
        Set<String> tags = customer.portrait()
                .compositeTag()
                .map(CompositeTag::text)
                .map(Set::of)
                .orElse(Set.of());
        return of(
                customer.id(),
                counts(customer.ledger(), counters),
                customer.traits(),
                customer.portrait(),
                tags,
                Set.of());
    }

    /**
     * A customer as stored, with all its tags and segments.
     *
     * @param counters what is counted beside all events of a name
     */
    public static CustomerView of(LoadedCustomer customer, CounterSet counters) {
        return of(
                customer.id(),
                counts(customer.ledger(), counters),
                customer.traits(),
                customer.portrait(),
                customer.evaluation().tags(),
                customer.evaluation().segments());
    }

    private static CustomerView of(
            String id,
            Map<Counter, DailyCounts> counts,
            Traits traits,
            Portrait portrait,
            Set<String> tags,
            Set<String> segments) {
        Map<CustomerField, List<FieldValue>> values = new EnumMap<>(CustomerField.class);
        values.putAll(portrait.values());
        values.put(CustomerField.KIND, List.of(new Text(id.startsWith(CustomerId.ANONYMOUS) ? "visitor" : "user")));
        values.put(
                CustomerField.TAGS,
                tags.stream().sorted().<FieldValue>map(Text::new).toList());
        return new CustomerView(id, values, traits.fields(), counts, segments);
    }

    private static Map<Counter, DailyCounts> counts(Ledger ledger, CounterSet counters) {
        Map<Counter, DailyCounts> counts = new HashMap<>();
        for (String event : ledger.eventNames()) {
            counts.put(Counter.of(event), ledger.dailyCounts(event));
        }
        counters.byNumber().forEach((number, counter) -> counts.put(counter, ledger.dailyCounts(number)));
        return counts;
    }
}
