package io.clientele.contract.condition;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.contract.event.FreeFields;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldValue;

/**
 * All that a {@link SegmentCondition} can ask of one customer, and what its document in the index {@code customers} is
 * made of.
 *
 * @param id the customer's id; the same as the value of {@link CustomerField#CUSTOMER_ID}, which is added if absent
 * @param values of each field that has any; of {@link io.clientele.contract.index.FieldType#DAY} the business day as days
 *     since 1970, of amounts millionths, of dates milliseconds since 1970
 * @param counts what the customer did, by day; what is absent was never done
 * @param segments ids of the segments that the customer is a member of
 */
public record CustomerView(
        String id,
        Map<CustomerField, List<FieldValue>> values,
        FreeFields traits,
        Map<Counter, DailyCounts> counts,
        Set<String> segments) {

    public CustomerView {
        values = copy(values);
        counts = Map.copyOf(counts);
        segments = Set.copyOf(segments);
    }

    /** The values of a field; none if it is absent. */
    public List<FieldValue> values(CustomerField field) {
        return field == CustomerField.CUSTOMER_ID
                ? List.of(new FieldValue.Text(id))
                : values.getOrDefault(field, List.of());
    }

    /** How often on which day the customer did it. */
    public DailyCounts counts(Counter counter) {
        return counts.getOrDefault(counter, DailyCounts.NONE);
    }

    /** The same customer as a member of other segments. */
    public CustomerView withSegments(Set<String> others) {
        return new CustomerView(id, values, traits, counts, others);
    }

    /** The same customer with other values of a field. */
    public CustomerView with(CustomerField field, List<FieldValue> others) {
        Map<CustomerField, List<FieldValue>> changed = new EnumMap<>(CustomerField.class);
        changed.putAll(values);
        changed.put(field, List.copyOf(others));
        return new CustomerView(id, changed, traits, counts, segments);
    }

    /** By the fields' numbers and not by hashes: several views are made of every customer that changes. */
    private static Map<CustomerField, List<FieldValue>> copy(Map<CustomerField, List<FieldValue>> values) {
        Map<CustomerField, List<FieldValue>> copy = new EnumMap<>(CustomerField.class);
        copy.putAll(values);
        return Collections.unmodifiableMap(copy);
    }
}
