package io.clientele.funnel.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.condition.Condition;

/** Reads a condition's input, which GraphQL cannot hold to exactly one field. */
final class ConditionReading {

    /** More than a condition may have; the contract refuses it below, before reading on could exhaust the stack. */
    private static final int DEEPEST = 32;

    private final String path;

    /** Reads the input of an argument. */
    ConditionReading(String path) {
        this.path = path;
    }

    Condition read(ConditionInput input) {
        return read(input, 1);
    }

    private Condition read(@Nullable ConditionInput input, int depth) {
        if (input == null || given(input) != 1) {
            throw invalid("Each condition has exactly one of and, or, not, property, trait, behaviour.");
        }
        if (depth > DEEPEST) {
            throw invalid("The condition is nested too deeply.");
        }
        if (input.and() != null) {
            return new Condition.And(all(input.and(), depth));
        }
        if (input.or() != null) {
            return new Condition.Or(all(input.or(), depth));
        }
        if (input.not() != null) {
            return new Condition.Not(read(input.not(), depth + 1));
        }
        if (input.property() != null) {
            return property(input.property());
        }
        if (input.trait() != null) {
            return trait(input.trait());
        }
        return behaviour(Objects.requireNonNull(input.behaviour()), depth);
    }

    private static long given(ConditionInput input) {
        return Stream.of(input.and(), input.or(), input.not(), input.property(), input.trait(), input.behaviour())
                .filter(Objects::nonNull)
                .count();
    }

    private List<Condition> all(List<@Nullable ConditionInput> inputs, int depth) {
        return inputs.stream().map(input -> read(input, depth + 1)).toList();
    }

    private Condition behaviour(BehaviourConditionInput input, int depth) {
        Optional<Condition> where = Optional.ofNullable(input.where()).map(inner -> read(inner, depth + 1));
        int fewest = Optional.ofNullable(input.atLeast()).orElse(input.atMost() == null ? 1 : 0);
        return new Condition.Behaviour(
                input.event(),
                where,
                fewest,
                input.atMost() == null ? OptionalLong.empty() : OptionalLong.of(input.atMost()),
                input.withinDays() == null ? OptionalInt.empty() : OptionalInt.of(input.withinDays()));
    }

    private Condition property(PropertyConditionInput input) {
        return Condition.EventProperty.of(input.field(), input.operator().operator(), texts(input.values()));
    }

    private Condition trait(TraitConditionInput input) {
        return Condition.Trait.of(input.name(), input.operator().operator(), texts(input.values()));
    }

    private String[] texts(@Nullable List<@Nullable String> values) {
        List<String> texts = new ArrayList<>();
        for (String value : values == null ? List.<@Nullable String>of() : values) {
            if (value == null) {
                throw invalid("Values are texts, none of which is null.");
            }
            texts.add(value);
        }
        return texts.toArray(String[]::new);
    }

    private RuntimeException invalid(String message) {
        return new QuestionFailure.UnclearCondition(path, message).exception();
    }
}
