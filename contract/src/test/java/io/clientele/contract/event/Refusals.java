package io.clientele.contract.event;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Asserts that something is refused with a code and a field. */
final class Refusals {
    private Refusals() {}

    static void refuses(ThrowingCallable making, InvalidEvent.Code code, String field) {
        InvalidEventException refusal = catchThrowableOfType(InvalidEventException.class, making);

        assertThat(refusal).as("is refused").isNotNull();
        assertThat(refusal.failure().code()).isEqualTo(code);
        assertThat(refusal.failure().field()).isEqualTo(field);
        assertThat(refusal.failure()).hasToString(refusal.getMessage());
    }
}
