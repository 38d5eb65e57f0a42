package io.clientele.rounds;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LingerTest {

    private boolean backlogIsLong = true;

    private final Linger linger = new Linger(() -> backlogIsLong, Duration.ofDays(1));

    @Test
    void nothingWaitsBeforeAllWasDoneOnce() {
        assertThat(linger.goesOn()).isFalse();
        linger.done(false);
        assertThat(linger.goesOn()).isFalse();
    }

    @Test
    void workWaitsWhileTheServiceIsFarBehind() {
        linger.done(true);
        assertThat(linger.goesOn()).isTrue();
        backlogIsLong = false;
        assertThat(linger.goesOn()).isFalse();
    }

    @Test
    void workThatWasBegunGoesOnToItsEnd() {
        linger.done(true);
        linger.done(false);
        assertThat(linger.goesOn()).isFalse();
    }

    @Test
    void nothingWaitsForLongerThanItMay() {
        Linger impatient = new Linger(() -> true, Duration.ZERO);
        impatient.done(true);
        assertThat(impatient.goesOn()).isFalse();
    }
}
