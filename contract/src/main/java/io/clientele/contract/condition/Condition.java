package io.clientele.contract.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import io.clientele.contract.condition.InvalidCondition.Code;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.EventField;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;

/**
 * A condition: comparisons, joined by and, or and not. What it is asked of, an event or a customer, is decided by the
 * scope that takes it. Constructors throw {@link InvalidConditionException} with the code of what is wrong.
 */
public sealed interface Condition {

    /** All of at least one hold. */
    record And(List<Condition> conditions) implements Condition {
        public And {
            conditions = Condition.some("and", conditions);
        }
    }

    /** At least one holds. */
    record Or(List<Condition> conditions) implements Condition {
        public Or {
            conditions = Condition.some("or", conditions);
        }
    }

    /** Does not hold. */
    record Not(Condition condition) implements Condition {}

    /**
     * An event's field compares so. Amounts compare by number: to ask for a currency, add a comparison of {@code
     * currency}.
     *
     * @param values as many as the operator takes, at most 1,000; their order has no meaning
     */
    record EventProperty(FieldPath field, Operator operator, List<FieldValue> values) implements Condition {
        public EventProperty {
            values = Condition.comparison(field.name(), field.field().type(), operator, values);
        }

        /** With values as texts: {@code 3}, {@code 19.99}, {@code 2026-03-01T12:00:00Z}, or the text itself. */
        public static EventProperty of(String field, Operator operator, String... values) {
            return of(field, operator, List.of(values));
        }

        static EventProperty of(String field, Operator operator, List<String> values) {
            FieldPath path = FieldPath.of(field);
            FieldType type = path.field().type();
            // Before the values: whoever compares a text by size should not be told that it is no number.
            Condition.allowed(path.name(), type, operator);
            return new EventProperty(
                    path,
                    operator,
                    values.stream()
                            .map(value -> Values.parse(path.name(), type, value))
                            .toList());
        }
    }

    /**
     * A customer's trait compares so, as text. Asked of an event: the trait as of the event, one of {@code age_band},
     * {@code gender}, {@code tier}, {@code lifecycle}, {@code spending}. Asked of a customer: any trait it has.
     *
     * @param name of nested traits the path, joined by dots
     */
    record Trait(String name, Operator operator, List<String> values) implements Condition {
        public Trait {
            String path = new FieldPath(EventField.TRAITS, name).name();
            Condition.comparison(
                    path,
                    FieldType.OPEN,
                    operator,
                    values.stream().<FieldValue>map(Text::new).toList());
            values = List.copyOf(values);
        }

        public static Trait of(String name, Operator operator, String... values) {
            return new Trait(name, operator, Arrays.asList(values));
        }
    }

    /**
     * A customer did something so often, counted over events up to the instant of asking.
     *
     * @param event its name, such as {@code Order Completed}
     * @param where which of these events count; a condition on an event
     * @param atLeast 0 or more
     * @param atMost not below {@code atLeast}; not both may be without a bound
     * @param withinDays 1 to 3,650: count only the last so many times 24 hours before the instant of asking, an event
     *     exactly that long ago no longer counting; in a {@link SegmentCondition} the last so many business days, today
     *     included
     */
    record Behaviour(String event, Optional<Condition> where, long atLeast, OptionalLong atMost, OptionalInt withinDays)
            implements Condition {
        static final int MAX_DAYS = 3_650;

        public Behaviour {
            Values.check("event", FieldType.KEYWORD, new Text(event));
            if (atLeast < 0) {
                throw new InvalidConditionException(Code.INVALID_VALUE, "atLeast", "is negative");
            }
            if (atMost.isPresent() && atMost.getAsLong() < atLeast) {
                throw new InvalidConditionException(Code.INVALID_VALUE, "atMost", "is less than atLeast");
            }
            if (atLeast == 0 && atMost.isEmpty()) {
                throw new InvalidConditionException(
                        Code.INVALID_VALUE, "atLeast", "is 0 without an atMost, which is always so");
            }
            if (withinDays.isPresent() && (withinDays.getAsInt() < 1 || withinDays.getAsInt() > MAX_DAYS)) {
                throw new InvalidConditionException(
                        Code.INVALID_VALUE, "withinDays", "is not between 1 and " + MAX_DAYS);
            }
            where.ifPresent(EventCondition::new);
        }

        /** At least so many times, ever. */
        public static Behaviour atLeast(long count, String event) {
            return new Behaviour(event, Optional.empty(), count, OptionalLong.empty(), OptionalInt.empty());
        }

        public Behaviour where(Condition condition) {
            return new Behaviour(event, Optional.of(condition), atLeast, atMost, withinDays);
        }

        public Behaviour atMost(long count) {
            return new Behaviour(event, where, atLeast, OptionalLong.of(count), withinDays);
        }

        public Behaviour withinDays(int days) {
            return new Behaviour(event, where, atLeast, atMost, OptionalInt.of(days));
        }

        /** Whether so many events are in the range. */
        boolean holds(long count) {
            return count >= atLeast && (atMost.isEmpty() || count <= atMost.getAsLong());
        }
    }

    /**
     * What is known of a customer compares so, such as {@code value_tier} or {@code recency_days}; tags are compared by
     * {@code tags}. Amounts compare by number: to ask for a currency, add a comparison of {@code currency}.
     *
     * @param values as many as the operator takes, at most 1,000; their order has no meaning
     */
    record CustomerProperty(CustomerField field, Operator operator, List<FieldValue> values) implements Condition {
        public CustomerProperty {
            values = Condition.comparison(field.fieldName(), field.type(), operator, values);
        }

        /** With values as texts: {@code 3}, {@code 19.99}, {@code 2026-03-01T12:00:00Z}, or the text itself. */
        public static CustomerProperty of(String field, Operator operator, String... values) {
            return of(field, operator, List.of(values));
        }

        static CustomerProperty of(String name, Operator operator, List<String> values) {
            CustomerField field = CustomerField.named(name)
                    .orElseThrow(() -> new InvalidConditionException(
                            Code.UNKNOWN_FIELD, Values.shown(name), "is not a field of customers"));
            Condition.allowed(name, field.type(), operator);
            return new CustomerProperty(
                    field,
                    operator,
                    values.stream()
                            .map(value -> Values.parse(name, field.type(), value))
                            .toList());
        }
    }

    /**
     * The customer is a member of a segment.
     *
     * @param segment its id
     */
    record InSegment(String segment) implements Condition {
        public InSegment {
            Values.check("segment", FieldType.KEYWORD, new Text(segment));
        }
    }

    /**
     * The customer belongs to a random part of all customers: of {@value #PARTS} equal parts in an order that the salt
     * shuffles, those from {@code from} (inclusive) to {@code to} (exclusive). The same salt and range give the same
     * customers for ever; different salts are independent of each other.
     */
    record Bucket(String salt, int from, int to) implements Condition {
        /** Parts in all. */
        public static final int PARTS = 10_000;

        public Bucket {
            Values.check("salt", FieldType.KEYWORD, new Text(salt));
            if (from < 0 || from >= PARTS) {
                throw new InvalidConditionException(Code.INVALID_VALUE, "from", "is not between 0 and " + (PARTS - 1));
            }
            if (to <= from || to > PARTS) {
                throw new InvalidConditionException(Code.INVALID_VALUE, "to", "is not above from and at most " + PARTS);
            }
        }
    }

    private static List<Condition> some(String key, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            throw new InvalidConditionException(Code.INVALID_VALUE, key, "has no conditions");
        }
        return List.copyOf(conditions);
    }

    private static void allowed(String field, FieldType type, Operator operator) {
        if (!operator.allowedOn(type)) {
            throw new InvalidConditionException(Code.OPERATOR_NOT_ALLOWED, field, "cannot be compared by " + operator);
        }
    }

    private static List<FieldValue> comparison(
            String field, FieldType type, Operator operator, List<FieldValue> values) {
        allowed(field, type, operator);
        if (!operator.takes(values.size())) {
            throw new InvalidConditionException(
                    Code.INVALID_VALUE, field, "is compared by " + operator + " with " + values.size() + " values");
        }
        if (values.size() > Limits.MAX_VALUES) {
            throw new InvalidConditionException(
                    Code.TOO_MANY_VALUES, field, "is compared with more than " + Limits.MAX_VALUES + " values");
        }
        for (FieldValue value : values) {
            Values.check(field, type, value);
        }
        if (operator == Operator.PREFIX && values.contains(new Text(""))) {
            throw new InvalidConditionException(Code.INVALID_VALUE, field, "begins with anything: use EXISTS");
        }
        return List.copyOf(values);
    }
}
