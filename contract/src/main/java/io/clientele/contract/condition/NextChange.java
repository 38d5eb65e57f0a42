package io.clientele.contract.condition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

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
import io.clientele.contract.index.FieldValue.Whole;

/** When time alone could change an answer. */
final class NextChange {
    private final CustomerView customer;
    private final long today;

    NextChange(CustomerView customer, long today) {
        this.customer = customer;
        this.today = today;
    }

    Optional<LocalDate> of(Condition condition) {
        return switch (condition) {
            case And and -> earliest(and.conditions());
            case Or or -> earliest(or.conditions());
            case Not not -> of(not.condition());
            case Behaviour behaviour -> behaviour(behaviour);
            case CustomerProperty property -> property(property);
            case Trait _, InSegment _, Bucket _ -> Optional.empty();
            case EventProperty property -> throw CustomerCondition.wrongScope(property);
        };
    }

    private Optional<LocalDate> earliest(List<Condition> conditions) {
        return conditions.stream().map(this::of).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** The day on which the first day that counts falls out of the window. */
    private Optional<LocalDate> behaviour(Behaviour behaviour) {
        OptionalLong start = SegmentCondition.windowStart(behaviour, today);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong first = customer.counts(Counter.of(behaviour)).firstFrom(start.getAsLong());
        return first.isPresent()
                ? Optional.of(LocalDate.ofEpochDay(
                        first.getAsLong() + behaviour.withinDays().orElseThrow()))
                : Optional.empty();
    }

    private Optional<LocalDate> property(CustomerProperty property) {
        if (property.field().type() != FieldType.DAY) {
            return Optional.empty();
        }
        return customer.values(property.field()).stream()
                .flatMap(day -> property.values().stream().flatMap(asked -> turns(day, asked)))
                .filter(day -> day > today)
                .min(Comparator.naturalOrder())
                .map(LocalDate::ofEpochDay);
    }

    /** The days on which it becomes exactly as many days ago as asked, and on which it is no longer. */
    private static Stream<Long> turns(FieldValue day, FieldValue asked) {
        return day instanceof Whole(long number) && asked instanceof Whole(long ago)
                ? Stream.of(number + ago, number + ago + 1)
                : Stream.empty();
    }
}
