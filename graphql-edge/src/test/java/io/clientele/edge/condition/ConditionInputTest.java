package io.clientele.edge.condition;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.Bucket;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.condition.Operator;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.edge.CodedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ConditionInputTest {

    private static final String PATH = "input.steps[0].where";
    private static final ConditionInput APP = property("channel", ConditionOperator.ANY_OF, "app");
    private static final ConditionInput WOMEN = leaf(
            null, new TraitConditionInput("gender", ConditionOperator.ANY_OF, List.of("female")), null, null, null);
    private static final ConditionInput LOYAL = leaf(
            new FieldConditionInput("value_tier", ConditionOperator.ANY_OF, List.of("HIGH")), null, null, null, null);
    private static final ConditionInput BUYERS =
            leaf(null, null, new BehaviourConditionInput("Order Completed", APP, null, null, 30), null, null);
    private static final ConditionInput MEMBERS = leaf(null, null, null, "members", null);
    private static final ConditionInput HALF = leaf(null, null, null, null, new BucketConditionInput("salt", 0, 5_000));

    @Test
    void readsEveryKindThatCanBeAskedOfAnEvent() {
        ConditionInput input = and(
                APP,
                or(WOMEN, property("product.price", ConditionOperator.LESS, "19.99")),
                not(property("order.id", ConditionOperator.EXISTS)));
        assertThat(input.ofEvent(PATH))
                .isEqualTo(new EventCondition(new And(List.of(
                        EventProperty.of("channel", Operator.ANY_OF, "app"),
                        new Or(List.of(
                                Trait.of("gender", Operator.ANY_OF, "female"),
                                EventProperty.of("product.price", Operator.LESS, "19.99"))),
                        new Not(EventProperty.of("order.id", Operator.EXISTS))))));
    }

    @Test
    void readsEveryKindThatCanBeAskedOfCustomer() {
        assertThat(or(LOYAL, WOMEN, BUYERS, MEMBERS, HALF).ofCustomer(PATH))
                .isEqualTo(new SegmentCondition(new Or(List.of(
                        CustomerProperty.of("value_tier", Operator.ANY_OF, "HIGH"),
                        Trait.of("gender", Operator.ANY_OF, "female"),
                        new Behaviour(
                                "Order Completed",
                                Optional.of(EventProperty.of("channel", Operator.ANY_OF, "app")),
                                1,
                                OptionalLong.empty(),
                                OptionalInt.of(30)),
                        new InSegment("members"),
                        new Bucket("salt", 0, 5_000)))));
    }

    @Test
    void refusesOfEventWhatOnlyCustomersHave() {
        for (ConditionInput input : List.of(LOYAL, BUYERS, MEMBERS, HALF)) {
            assertRefused(() -> input.ofEvent(PATH), "WRONG_SCOPE", PATH);
        }
        assertRefused(() -> APP.ofCustomer(PATH), "WRONG_SCOPE", PATH);
    }

    @Test
    void knowsEveryOperatorOfTheGrammar() {
        assertThat(ConditionOperator.values())
                .extracting(ConditionOperator::operator)
                .containsExactly(Operator.values());
        assertThat(ConditionOperator.values())
                .allSatisfy(given ->
                        assertThat(given.name()).isEqualTo(given.operator().name()));
    }

    @Test
    void refusesNoFieldAndSeveral() {
        assertInvalid(leaf(null, null, null, null, null));
        assertInvalid(new ConditionInput(null, null, APP, APP.property(), null, null, null, null, null));
        assertInvalid(not(leaf(null, null, null, null, null)));
        assertInvalid(and(APP, null));
    }

    @Test
    void refusesNullAmongValues() {
        assertInvalid(property("channel", ConditionOperator.ANY_OF, "app", null));
    }

    @Test
    void refusesEndlessNesting() {
        ConditionInput input = APP;
        for (int i = 0; i < 5_000; i++) {
            input = not(input);
        }
        ConditionInput endless = input;
        assertInvalid(endless);
    }

    @Test
    void passesOnWhatTheGrammarRefuses() {
        assertRefused(() -> property("nonsense", ConditionOperator.EXISTS).ofEvent(PATH), "UNKNOWN_FIELD", PATH);
        assertRefused(
                () -> property("channel", ConditionOperator.LESS, "5").ofEvent(PATH), "OPERATOR_NOT_ALLOWED", PATH);
        assertRefused(
                () -> property("product.price", ConditionOperator.LESS, "cheap").ofEvent(PATH), "INVALID_VALUE", PATH);
        assertRefused(() -> and().ofEvent(PATH), "INVALID_VALUE", PATH);
        assertRefused(
                () -> and(Collections.nCopies(257, APP).toArray(ConditionInput[]::new))
                        .ofEvent(PATH),
                "TOO_MANY_CONDITIONS",
                PATH);
    }

    private static void assertRefused(ThrowingCallable reading, String code, String field) {
        CodedException refused = catchThrowableOfType(CodedException.class, reading);
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
    }

    private static ConditionInput leaf(
            @Nullable FieldConditionInput customer,
            @Nullable TraitConditionInput trait,
            @Nullable BehaviourConditionInput behaviour,
            @Nullable String segment,
            @Nullable BucketConditionInput bucket) {
        return new ConditionInput(null, null, null, null, customer, trait, behaviour, segment, bucket);
    }

    private static void assertInvalid(ConditionInput input) {
        assertRefused(() -> input.ofEvent(PATH), "INVALID_CONDITION", PATH);
    }

    private static ConditionInput property(String field, ConditionOperator operator, @Nullable String... values) {
        return new ConditionInput(
                null,
                null,
                null,
                new FieldConditionInput(field, operator, Arrays.asList(values)),
                null,
                null,
                null,
                null,
                null);
    }

    private static ConditionInput and(@Nullable ConditionInput... parts) {
        return new ConditionInput(Arrays.asList(parts), null, null, null, null, null, null, null, null);
    }

    private static ConditionInput or(ConditionInput... parts) {
        return new ConditionInput(null, Arrays.asList(parts), null, null, null, null, null, null, null);
    }

    private static ConditionInput not(ConditionInput part) {
        return new ConditionInput(null, null, part, null, null, null, null, null, null);
    }
}
