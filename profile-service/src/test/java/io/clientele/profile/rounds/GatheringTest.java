package io.clientele.profile.rounds;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GatheringTest {

    private boolean backlogIsLong = true;

    private final Gathering gathering = new Gathering(() -> backlogIsLong, Duration.ofDays(1));

    @Test
    void nothingWaitsBeforeAllWasDoneOnce() {
        assertThat(gathering.goesOn()).isFalse();
        gathering.done(false);
        assertThat(gathering.goesOn()).isFalse();
    }

    @Test
    void workWaitsWhileTheFoldIsFarBehind() {
        gathering.done(true);
        assertThat(gathering.goesOn()).isTrue();
        backlogIsLong = false;
        assertThat(gathering.goesOn()).isFalse();
    }

    @Test
    void workThatWasBegunGoesOnToItsEnd() {
        gathering.done(true);
        gathering.done(false);
        assertThat(gathering.goesOn()).isFalse();
    }

    @Test
    void nothingWaitsForLongerThanItMay() {
        Gathering impatient = new Gathering(() -> true, Duration.ZERO);
        impatient.done(true);
        assertThat(impatient.goesOn()).isFalse();
    }
}
