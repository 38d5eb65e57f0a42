package io.clientele.loader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {

    private final AtomicLong now = new AtomicLong();
    private final List<Duration> slept = new ArrayList<>();
    private final Patience patience = new Patience(Duration.ofMinutes(10), now::get, slept::add);

    @Property
    void waitsLongerWithEveryAttemptUpToHalfAMinute(@ForAll @IntRange(min = 0, max = 1_000_000) int attempt) {
        double full = Math.min(200 * Math.pow(2, attempt), 30_000);
        assertThat(patience.afterAttempt(attempt).toMillis()).isBetween((long) full / 2, (long) full);
    }

    @Test
    void endsWhenNothingWasAnsweredForItsTime() {
        pass(Duration.ofMinutes(9));
        assertThat(patience.exhausted()).isFalse();
        patience.answered();
        pass(Duration.ofMinutes(9));
        assertThat(patience.exhausted()).isFalse();
        pass(Duration.ofMinutes(1));
        assertThat(patience.exhausted()).isTrue();
        assertThat(patience.sinceAnswer()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void sleepsNoLongerThanItLasts() throws InterruptedException {
        patience.sleep(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(8));
        patience.sleep(Duration.ofMinutes(5));
        pass(Duration.ofMinutes(8));
        patience.sleep(Duration.ofMinutes(5));
        assertThat(slept).containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ZERO);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
