package io.clientele.contract.condition;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Asserts that something is refused with a code and a field. */
final class InvalidConditions {
    private InvalidConditions() {}

    static void refuses(ThrowingCallable making, InvalidCondition.Code code, String field) {
        InvalidConditionException refusal = catchThrowableOfType(InvalidConditionException.class, making);

        assertThat(refusal).as("is refused").isNotNull();
        assertThat(refusal.failure().code()).isEqualTo(code);
        assertThat(refusal.failure().field()).isEqualTo(field);
        assertThat(refusal.failure()).hasToString(refusal.getMessage());
    }
}
