package io.clientele.edge.condition;

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
            throw invalid(
                    "Each condition has exactly one of and, or, not, property, customer, trait, behaviour, segment, bucket.");
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
        return input.behaviour() != null ? behaviour(input.behaviour(), depth) : leaf(input);
    }

    private Condition leaf(ConditionInput input) {
        if (input.property() != null) {
            FieldConditionInput field = input.property();
            return Condition.EventProperty.of(field.field(), field.operator().operator(), texts(field.values()));
        }
        if (input.customer() != null) {
            FieldConditionInput field = input.customer();
            return Condition.CustomerProperty.of(field.field(), field.operator().operator(), texts(field.values()));
        }
        if (input.trait() != null) {
            TraitConditionInput trait = input.trait();
            return Condition.Trait.of(trait.name(), trait.operator().operator(), texts(trait.values()));
        }
        if (input.segment() != null) {
            return new Condition.InSegment(input.segment());
        }
        BucketConditionInput bucket = Objects.requireNonNull(input.bucket());
        return new Condition.Bucket(bucket.salt(), bucket.from(), bucket.to());
    }

    private static long given(ConditionInput input) {
        return Stream.of(
                        input.and(),
                        input.or(),
                        input.not(),
                        input.property(),
                        input.customer(),
                        input.trait(),
                        input.behaviour(),
                        input.segment(),
                        input.bucket())
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
        return new ConditionRefusal.UnclearCondition(path, message).exception();
    }
}
