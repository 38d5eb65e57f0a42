package io.clientele.contract.event;

import org.junit.jupiter.api.Test;

import io.clientele.contract.event.InvalidEvent.Code;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerIdTest {

    @Test
    void prefersTheUserId() {
        CustomerId id = CustomerId.of("u-1", "a-1");

        assertThat(id.value()).isEqualTo("u-1");
        assertThat(id.routing()).isEqualTo("u-1");
        assertThat(id.anonymous()).isFalse();
        assertThat(id.hash()).isEqualTo(CustomerId.of("u-1", null).hash());
    }

    @Test
    void namesAVisitorByTheAnonymousId() {
        CustomerId id = CustomerId.of("", "a-1");

        assertThat(id.value()).isEqualTo("anon:a-1");
        assertThat(id.routing()).isEqualTo("a-1");
        assertThat(id.anonymous()).isTrue();
        assertThat(id.hash()).isEqualTo(Hashes.of("anon:a-1"));
    }

    @Test
    void refusesWhoeverIsNobody() {
        Refusals.refuses(() -> CustomerId.of(null, ""), Code.MISSING_FIELD, "customer_id");
    }

    @Test
    void refusesAUserIdThatLooksAnonymous() {
        Refusals.refuses(() -> CustomerId.of("anon:a-1", null), Code.INVALID_VALUE, "customer_id");
    }

    @Test
    void refusesIdsThatAreTooLong() {
        assertThat(CustomerId.of("u".repeat(256), "a".repeat(256)).value()).hasSize(256);
        Refusals.refuses(() -> CustomerId.of("u".repeat(257), null), Code.TOO_LONG, "customer_id");
        Refusals.refuses(() -> CustomerId.of(null, "a".repeat(257)), Code.TOO_LONG, "anonymous_id");
    }
}
