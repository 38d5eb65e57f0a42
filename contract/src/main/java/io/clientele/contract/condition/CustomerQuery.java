package io.clientele.contract.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.InvalidCondition.Code;
import io.clientele.contract.index.EventField;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Compiles a condition on a customer to a query on the index {@code customers}; a pure function. */
final class CustomerQuery {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final long today;

    CustomerQuery(long today) {
        this.today = today;
    }

    ObjectNode of(Condition condition) {
        return switch (condition) {
            case And and -> EventQuery.all(each(and.conditions()));
            case Or or -> EventQuery.any(each(or.conditions()));
            case Not not -> not(of(not.condition()));
            case Trait trait -> trait(trait);
            case CustomerProperty property -> property(property);
            case Behaviour behaviour -> behaviour(behaviour);
            case InSegment in -> EventQuery.term("segments", in.segment());
            case Bucket bucket -> bucket(bucket);
            case EventProperty property -> throw CustomerCondition.wrongScope(property);
        };
    }

    private List<ObjectNode> each(List<Condition> conditions) {
        return conditions.stream().map(this::of).toList();
    }

    private static ObjectNode not(ObjectNode query) {
        return EventQuery.clause("must_not", List.of(query));
    }

    private static ObjectNode trait(Trait trait) {
        return EventQuery.comparison(
                new FieldPath(EventField.TRAITS, trait.name()).name(),
                FieldType.OPEN,
                trait.operator(),
                trait.values().stream().<FieldValue>map(Text::new).toList());
    }

    private ObjectNode property(CustomerProperty property) {
        String field = property.field().fieldName();
        return switch (property.field().type()) {
            case DAY ->
                EventQuery.comparison(
                        field,
                        FieldType.LONG,
                        turned(property.operator()),
                        property.values().stream().map(this::day).toList());
            case KEYWORD, LONG, MONEY, DATE, OPEN, SORTED_KEYWORD, HASH, KEPT_DATE, FLAG, KEPT_OBJECT ->
                EventQuery.comparison(field, property.field().type(), property.operator(), property.values());
        };
    }

    /** The day that is so many days ago. */
    private FieldValue day(FieldValue ago) {
        return switch (ago) {
            case Whole(long days) -> new Whole(today - days);
            case Text _ -> throw new IllegalStateException("days are numbers: the constructor saw to it");
        };
    }

    /** Fewer days ago is a later day. */
    private static Operator turned(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case AT_MOST -> Operator.AT_LEAST;
            case GREATER -> Operator.LESS;
            case AT_LEAST -> Operator.AT_MOST;
            case ANY_OF, NONE_OF, EXISTS, PREFIX -> operator;
        };
    }

    private ObjectNode behaviour(Behaviour behaviour) {
        Counter counter = Counter.of(behaviour);
        OptionalLong since = SegmentCondition.windowStart(behaviour, today);
        List<ObjectNode> parts = new ArrayList<>();
        if (behaviour.atLeast() > 0) {
            parts.add(Occurrences.atLeast(counter, indexed("atLeast", behaviour.atLeast()), since));
        }
        behaviour.atMost().ifPresent(most -> parts.add(not(Occurrences.atLeast(counter, 1 + below(most), since))));
        return parts.size() == 1 ? parts.getFirst() : EventQuery.all(parts);
    }

    private static int below(long most) {
        return indexed("atMost", Math.clamp(most, 0, Integer.MAX_VALUE) + 1L) - 1;
    }

    private static int indexed(String field, long count) {
        if (count > Occurrences.MOST) {
            throw new InvalidConditionException(
                    Code.COUNT_NOT_INDEXED,
                    field,
                    "asks for a count above " + Occurrences.MOST + ", which a search cannot tell exactly");
        }
        return (int) count;
    }

    private static ObjectNode bucket(Bucket bucket) {
        // The smaller of the two halves, so that a search has at most 5,000 slots to look for.
        boolean small = bucket.to() - bucket.from() <= Bucket.PARTS / 2;
        IntStream slots = small
                ? Slots.of(bucket)
                : IntStream.range(0, Bucket.PARTS).filter(slot -> !Slots.contains(bucket, slot));
        ArrayNode numbers = JSON.arrayNode();
        slots.forEach(numbers::add);
        ObjectNode query = EventQuery.object("terms", EventQuery.object("slot", numbers));
        return small ? query : not(query);
    }
}
