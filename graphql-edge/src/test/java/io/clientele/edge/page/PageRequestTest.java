package io.clientele.edge.page;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.CodedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PageRequestTest {

    @Test
    void asksForFiftyFirstByDefault() {
        assertThat(PageRequest.of(null, null, null, null)).isEqualTo(new PageRequest(50, null, false));
    }

    @Test
    void pagesForwardByFirstAndAfter() {
        assertThat(PageRequest.of(1_000, "c", null, null)).isEqualTo(new PageRequest(1_000, "c", false));
    }

    @Test
    void pagesBackwardByLastAndBefore() {
        assertThat(PageRequest.of(null, null, 1, "c")).isEqualTo(new PageRequest(1, "c", true));
        assertThat(PageRequest.of(null, null, null, "c")).isEqualTo(new PageRequest(50, "c", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_001, Integer.MAX_VALUE})
    void refusesSizesOutOfRange(int size) {
        assertRefused(() -> PageRequest.of(size, null, null, null), "INVALID_PAGE", "first");
        assertRefused(() -> PageRequest.of(null, null, size, null), "INVALID_PAGE", "last");
    }

    @Test
    void refusesBothDirectionsAtOnce() {
        assertRefused(() -> PageRequest.of(1, null, 1, null), "INVALID_PAGE", "first");
        assertRefused(() -> PageRequest.of(1, null, null, "c"), "INVALID_PAGE", "first");
        assertRefused(() -> PageRequest.of(null, "c", 1, null), "INVALID_PAGE", "after");
    }

    private static void assertRefused(ThrowingCallable asking, String code, String field) {
        CodedException refused = catchThrowableOfType(CodedException.class, asking);
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.field()).isEqualTo(field);
    }
}
