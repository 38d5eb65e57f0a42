package io.clientele.funnel.funnel;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HashRangeTest {

    @Test
    void isAllThatIsLeftForAsManyAsThereAre() {
        assertThat(HashRange.holding(Long.MIN_VALUE, 10, 10)).isEqualTo(HashRange.ALL);
        assertThat(HashRange.holding(5, 10, 0)).isEqualTo(new HashRange(5, Long.MAX_VALUE));
        assertThat(HashRange.holding(Long.MAX_VALUE, 1, 1_000).isLast()).isTrue();
    }

    @Test
    void isItsPartOfAllHashesAndAQuarterMore() {
        HashRange range = HashRange.holding(-7, 100, 100_000);
        assertThat(range.from()).isEqualTo(-7);
        assertThat((double) range.to()).isCloseTo(0x1p64 * 0.001 * 1.25, within(1e6));
        assertThat(range.isLast()).isFalse();
    }

    @Test
    void neverStandsStillWhateverACursorClaims() {
        for (long from : new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 1_000_000}) {
            HashRange range = HashRange.holding(from, 1, Long.MAX_VALUE);
            assertThat(range.to()).isGreaterThanOrEqualTo(range.from());
            assertThat(range.isLast() || range.to() - range.from() > 1_000_000_000L)
                    .isTrue();
        }
    }
}
