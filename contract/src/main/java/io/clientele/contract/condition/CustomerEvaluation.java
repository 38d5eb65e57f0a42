package io.clientele.contract.condition;

import java.util.List;
import java.util.OptionalLong;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.index.FieldType;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/** Asks conditions of one customer. */
final class CustomerEvaluation {
    private final CustomerView customer;
    private final long today;

    CustomerEvaluation(CustomerView customer, long today) {
        this.customer = customer;
        this.today = today;
    }

    boolean matches(Condition condition) {
        return switch (condition) {
            case And and -> and.conditions().stream().allMatch(this::matches);
            case Or or -> or.conditions().stream().anyMatch(this::matches);
            case Not not -> !matches(not.condition());
            case Trait trait -> Comparison.matches(values(trait), trait.operator(), texts(trait.values()));
            case CustomerProperty property ->
                Comparison.matches(values(property), property.operator(), property.values());
            case Behaviour behaviour -> behaviour.holds(count(behaviour));
            case InSegment in -> customer.segments().contains(in.segment());
            case Bucket bucket -> Slots.contains(bucket, Slots.of(customer.id()));
            case EventProperty property -> throw CustomerCondition.wrongScope(property);
        };
    }

    Verdict explain(Condition condition) {
        return switch (condition) {
            case And and -> Verdict.joined(and, matches(and), each(and.conditions()));
            case Or or -> Verdict.joined(or, matches(or), each(or.conditions()));
            case Not not -> Verdict.joined(not, matches(not), each(List.of(not.condition())));
            case Trait trait -> Verdict.leaf(trait, matches(trait), formatted(FieldType.OPEN, values(trait)));
            case CustomerProperty property ->
                Verdict.leaf(
                        property, matches(property), formatted(property.field().type(), values(property)));
            case Behaviour behaviour ->
                Verdict.leaf(behaviour, matches(behaviour), List.of(Long.toString(count(behaviour))));
            case InSegment in -> Verdict.leaf(in, matches(in), List.of());
            case Bucket bucket ->
                Verdict.leaf(
                        bucket,
                        matches(bucket),
                        List.of(Integer.toString(Slots.place(bucket, Slots.of(customer.id())))));
            case EventProperty property -> throw CustomerCondition.wrongScope(property);
        };
    }

    private List<Verdict> each(List<Condition> conditions) {
        return conditions.stream().map(this::explain).toList();
    }

    private List<FieldValue> values(Trait trait) {
        return texts(customer.traits().values(trait.name()));
    }

    /** As they are asked for: of a day how many days ago it is. */
    private List<FieldValue> values(CustomerProperty property) {
        List<FieldValue> values = customer.values(property.field());
        return property.field().type() == FieldType.DAY
                ? values.stream().map(this::ago).toList()
                : values;
    }

    private FieldValue ago(FieldValue day) {
        return switch (day) {
            case Whole(long number) -> new Whole(today - number);
            case Text _ -> throw new IllegalStateException("a day is a number");
        };
    }

    private long count(Behaviour behaviour) {
        DailyCounts counts = customer.counts(Counter.of(behaviour));
        OptionalLong since = SegmentCondition.windowStart(behaviour, today);
        return since.isPresent() ? counts.since(since.getAsLong()) : counts.total();
    }

    private static List<FieldValue> texts(List<String> texts) {
        return texts.stream().<FieldValue>map(Text::new).toList();
    }

    private static List<String> formatted(FieldType type, List<FieldValue> values) {
        return values.stream().map(value -> Values.format(type, value)).toList();
    }
}
