package io.clientele.contract.condition;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

/**
 * A condition that can be asked of a {@link CustomerView}: of traits, of what is known of the customer, of segments, of
 * random parts, and of behaviours by business days. The same question is answered by {@link #matches} for one customer
 * and by {@link #query} for all; {@code today} is the business day in the configured zone, whose windows include it.
 */
public record SegmentCondition(Condition condition) {

    /**
     * Checks the scope.
     *
     * @throws InvalidConditionException {@code WRONG_SCOPE} if it holds an event's property outside of a behaviour; {@code TOO_DEEP}, {@code TOO_MANY_CONDITIONS}
     */
    public SegmentCondition {
        Limits.check(condition);
        each(condition, SegmentCondition::scope);
    }

    /** Whether it holds for the customer. */
    public boolean matches(CustomerView customer, LocalDate today) {
        return new CustomerEvaluation(customer, today.toEpochDay()).matches(condition);
    }

    /** Why it holds for the customer, or why not. */
    public Verdict explain(CustomerView customer, LocalDate today) {
        return new CustomerEvaluation(customer, today.toEpochDay()).explain(condition);
    }

    /**
     * The first business day after {@code today} on which the answer could be another although nothing happens; absent if
     * time does not matter any more. The answer may still be the same on that day, never another before it.
     */
    public Optional<LocalDate> nextChange(CustomerView customer, LocalDate today) {
        return new NextChange(customer, today.toEpochDay()).of(condition);
    }

    /**
     * The query that finds the documents of the customers for which it holds; to be used as a filter on the index {@code
     * customers}.
     *
     * @throws InvalidConditionException {@code COUNT_NOT_INDEXED} if a behaviour is asked for more than 16 times
     */
    public ObjectNode query(LocalDate today) {
        return new CustomerQuery(today.toEpochDay()).of(condition);
    }

    /** The segments that it asks for. */
    public Set<String> segments() {
        return leaves().stream()
                .filter(InSegment.class::isInstance)
                .map(leaf -> ((InSegment) leaf).segment())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What its behaviours count. */
    public Set<Counter> counters() {
        return leaves().stream()
                .filter(Behaviour.class::isInstance)
                .map(leaf -> Counter.of((Behaviour) leaf))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Everything but and, or, not, in its order. */
    public Set<Condition> leaves() {
        Set<Condition> leaves = new LinkedHashSet<>();
        each(condition, leaves::add);
        return leaves;
    }

    /** The first day of a behaviour's window; absent if it counts ever. */
    static OptionalLong windowStart(Behaviour behaviour, long today) {
        return behaviour.withinDays().isPresent()
                ? OptionalLong.of(today - behaviour.withinDays().getAsInt() + 1)
                : OptionalLong.empty();
    }

    static InvalidConditionException wrongScope(Condition leaf) {
        String field = switch (leaf) {
            case CustomerProperty property -> property.field().fieldName();
            case InSegment _ -> "segment";
            case Bucket _ -> "bucket";
            case And _, Or _, Not _, Trait _, Behaviour _, EventProperty _ -> "condition";
        };
        return new InvalidConditionException(
                Code.WRONG_SCOPE, field, "is asked of the customers that profile-service keeps, which is not here");
    }

    private static void scope(Condition leaf) {
        if (leaf instanceof EventProperty property) {
            throw CustomerCondition.wrongScope(property);
        }
    }

    private static void each(Condition condition, Consumer<Condition> leaf) {
        switch (condition) {
            case And and -> each(and.conditions(), leaf);
            case Or or -> each(or.conditions(), leaf);
            case Not not -> each(not.condition(), leaf);
            case Trait _, Behaviour _, CustomerProperty _, InSegment _, Bucket _, EventProperty _ ->
                leaf.accept(condition);
        }
    }

    private static void each(List<Condition> conditions, Consumer<Condition> leaf) {
        conditions.forEach(condition -> each(condition, leaf));
    }
}
