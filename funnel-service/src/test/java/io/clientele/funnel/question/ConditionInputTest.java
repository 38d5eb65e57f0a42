package io.clientele.funnel.question;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.condition.Operator;

import static io.clientele.funnel.question.Questions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class ConditionInputTest {

    private static final String PATH = "input.steps[0].where";
    private static final ConditionInput APP = property("channel", ConditionOperator.ANY_OF, "app");
    private static final ConditionInput WOMEN = new ConditionInput(
            null,
            null,
            null,
            null,
            new TraitConditionInput("gender", ConditionOperator.ANY_OF, List.of("female")),
            null);
    private static final ConditionInput BUYERS = new ConditionInput(
            null, null, null, null, null, new BehaviourConditionInput("Order Completed", null, null, null, 30));

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
        assertInvalid(new ConditionInput(null, null, null, null, null, null));
        assertInvalid(new ConditionInput(null, null, APP, APP.property(), null, null));
        assertInvalid(not(new ConditionInput(null, null, null, null, null, null)));
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
        assertRefused(() -> BUYERS.ofEvent(PATH), "WRONG_SCOPE", PATH);
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

    private static void assertInvalid(ConditionInput input) {
        assertRefused(() -> input.ofEvent(PATH), "INVALID_CONDITION", PATH);
    }

    private static ConditionInput property(String field, ConditionOperator operator, @Nullable String... values) {
        return new ConditionInput(
                null, null, null, new PropertyConditionInput(field, operator, Arrays.asList(values)), null, null);
    }

    private static ConditionInput and(@Nullable ConditionInput... parts) {
        return new ConditionInput(Arrays.asList(parts), null, null, null, null, null);
    }

    private static ConditionInput or(ConditionInput... parts) {
        return new ConditionInput(null, Arrays.asList(parts), null, null, null, null);
    }

    private static ConditionInput not(ConditionInput part) {
        return new ConditionInput(null, null, part, null, null, null);
    }
}
