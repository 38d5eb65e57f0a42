package io.clientele.contract.condition;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.InvalidCondition.Code;

import static io.clientele.contract.condition.InvalidConditions.refuses;
import static org.assertj.core.api.Assertions.assertThat;

class ConditionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "color", "product", "product.", "product.colour", "order", "event.x", ".", "Event"})
    void refusesUnknownFields(String field) {
        InvalidConditionException refusal = org.assertj.core.api.Assertions.catchThrowableOfType(
                InvalidConditionException.class, () -> EventProperty.of(field, Operator.EXISTS));

        assertThat(refusal).isNotNull();
        assertThat(refusal.failure().code()).isEqualTo(Code.UNKNOWN_FIELD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties", "properties.", "properties.a*", "properties.a\0", "traits.\ud83d"})
    void refusesOpenFieldsWithoutAUsableKey(String field) {
        refuses(
                () -> EventProperty.of(field, Operator.EXISTS),
                Code.UNKNOWN_FIELD,
                field.substring(0, field.contains(".") ? field.indexOf('.') : field.length()));
    }

    @ParameterizedTest
    @EnumSource(names = {"LESS", "AT_MOST", "GREATER", "AT_LEAST"})
    void refusesToOrderTexts(Operator operator) {
        refuses(
                () -> EventProperty.of("properties.size", operator, "10"),
                Code.OPERATOR_NOT_ALLOWED,
                "properties.size");
        refuses(() -> EventProperty.of("channel", operator, "10"), Code.OPERATOR_NOT_ALLOWED, "channel");
        refuses(() -> Trait.of("age", operator, "10"), Code.OPERATOR_NOT_ALLOWED, "traits.age");
    }

    @ParameterizedTest
    @ValueSource(strings = {"product.price", "page.load_ms", "@timestamp"})
    void refusesBeginningsOfNumbers(String field) {
        refuses(() -> EventProperty.of(field, Operator.PREFIX, "1"), Code.OPERATOR_NOT_ALLOWED, field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_hash", "session_hash", "order.hash", "message_id", "sent_at", "tombstone"})
    void refusesFieldsThatAreNotSearchable(String field) {
        refuses(() -> EventProperty.of(field, Operator.EXISTS), Code.OPERATOR_NOT_ALLOWED, field);
    }

    @ParameterizedTest
    @CsvSource({
        "page.load_ms, 1.5",
        "page.load_ms, fast",
        "page.load_ms, 9223372036854775808",
        "product.price, 0.0000001",
        "product.price, 1e999999999",
        "product.price, 1e-999999999",
        "product.price, 9223372036854.775808",
        "product.price, cheap",
        "@timestamp, yesterday",
        "@timestamp, 2026-03-01",
        "@timestamp, 2026-03-01T12:00:00.0001Z",
        "@timestamp, +10000-01-01T00:00:00Z",
        "@timestamp, 1969-12-31T23:59:59Z",
        "channel, ''"
    })
    void refusesValuesThatTheFieldCannotHave(String field, String value) {
        refuses(() -> EventProperty.of(field, Operator.ANY_OF, value), Code.INVALID_VALUE, field);
    }

    @Test
    void refusesTextsThatNoEventHolds() {
        refuses(() -> EventProperty.of("channel", Operator.ANY_OF, "a\0b"), Code.INVALID_VALUE, "channel");
        refuses(() -> EventProperty.of("channel", Operator.PREFIX, "\ud83d"), Code.INVALID_VALUE, "channel");
        refuses(() -> EventProperty.of("channel", Operator.ANY_OF, "x".repeat(8_193)), Code.INVALID_VALUE, "channel");
        refuses(() -> EventProperty.of("properties.k", Operator.PREFIX, ""), Code.INVALID_VALUE, "properties.k");
        refuses(() -> Behaviour.atLeast(1, ""), Code.INVALID_VALUE, "event");
    }

    @Test
    void refusesTheWrongNumberOfValues() {
        refuses(() -> EventProperty.of("event", Operator.ANY_OF), Code.INVALID_VALUE, "event");
        refuses(() -> EventProperty.of("event", Operator.NONE_OF), Code.INVALID_VALUE, "event");
        refuses(() -> EventProperty.of("event", Operator.EXISTS, "x"), Code.INVALID_VALUE, "event");
        refuses(() -> EventProperty.of("event", Operator.PREFIX, "x", "y"), Code.INVALID_VALUE, "event");
        refuses(() -> EventProperty.of("product.price", Operator.LESS), Code.INVALID_VALUE, "product.price");
        String[] many = Collections.nCopies(1_001, "x").toArray(String[]::new);
        refuses(() -> EventProperty.of("event", Operator.ANY_OF, many), Code.TOO_MANY_VALUES, "event");
    }

    @Test
    void refusesEmptyJunctions() {
        refuses(() -> new And(List.of()), Code.INVALID_VALUE, "and");
        refuses(() -> new Or(List.of()), Code.INVALID_VALUE, "or");
    }

    @Test
    void refusesCountsAndWindowsOutsideTheirRange() {
        Behaviour once = Behaviour.atLeast(1, "X");

        refuses(() -> Behaviour.atLeast(-1, "X"), Code.INVALID_VALUE, "atLeast");
        refuses(() -> Behaviour.atLeast(0, "X"), Code.INVALID_VALUE, "atLeast");
        refuses(() -> once.atMost(0), Code.INVALID_VALUE, "atMost");
        refuses(() -> once.withinDays(0), Code.INVALID_VALUE, "withinDays");
        refuses(() -> once.withinDays(3_651), Code.INVALID_VALUE, "withinDays");
        assertThat(new Behaviour("X", Optional.empty(), 0, OptionalLong.of(0), OptionalInt.of(3_650)).holds(0))
                .isTrue();
    }

    @Test
    void refusesBehavioursOfEvents() {
        Behaviour behaviour = Behaviour.atLeast(1, "X");

        refuses(() -> new EventCondition(new Not(behaviour)), Code.WRONG_SCOPE, "behaviour");
        refuses(() -> behaviour.where(behaviour), Code.WRONG_SCOPE, "behaviour");
    }

    @Test
    void refusesTraitsThatEventsDoNotCarry() {
        Trait plan = Trait.of("plan", Operator.EXISTS);

        refuses(() -> new EventCondition(plan), Code.WRONG_SCOPE, "traits.plan");
        assertThat(new CustomerCondition(plan).behaviours()).isEmpty();
    }

    @Test
    void refusesPropertiesOfCustomers() {
        Condition property = EventProperty.of("event", Operator.EXISTS);

        refuses(() -> new CustomerCondition(new Or(List.of(property))), Code.WRONG_SCOPE, "event");
    }
}
