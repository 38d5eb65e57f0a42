package io.clientele.contract.event;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.clientele.contract.event.InvalidEvent.Code;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {
    private static final Instant RECEIVED = Instant.parse("2026-03-01T12:00:00Z");

    @Property
    void aWrongClockCancelsOut(@ForAll @IntRange(min = 0) int delayMs, @ForAll int wrongBySeconds) {
        Duration wrong = Duration.ofSeconds(wrongBySeconds / 2);
        Instant sent = RECEIVED.plus(wrong);
        Instant original = sent.minusMillis(delayMs);

        assertThat(Times.corrected(original, sent, RECEIVED).timestamp()).isEqualTo(RECEIVED.minusMillis(delayMs));
    }

    @Test
    void keepsAllFourTimes() {
        Instant original = RECEIVED.minusSeconds(100);
        Instant sent = RECEIVED.minusSeconds(90);

        assertThat(Times.corrected(original, sent, RECEIVED))
                .isEqualTo(new Times(RECEIVED.minusSeconds(10), RECEIVED, sent, original));
    }

    @Test
    void trustsTheOriginalTimeIfNothingSaysWhenItWasSent() {
        Instant original = Instant.parse("2019-10-01T00:00:00Z");

        assertThat(Times.corrected(original, null, RECEIVED).timestamp()).isEqualTo(original);
    }

    @Test
    void happenedWhenReceivedIfNothingSaysOtherwise() {
        assertThat(Times.corrected(null, RECEIVED.minusSeconds(5), RECEIVED).timestamp())
                .isEqualTo(RECEIVED);
    }

    @Test
    void neverHappensInTheFuture() {
        Instant original = RECEIVED.plusSeconds(3_600);

        assertThat(Times.corrected(original, null, RECEIVED).timestamp()).isEqualTo(RECEIVED);
        assertThat(Times.corrected(original, original.minusSeconds(1), RECEIVED).timestamp())
                .isEqualTo(RECEIVED);
    }

    @Test
    void cutsToTheMillisecond() {
        Instant precise = Instant.parse("2026-03-01T11:00:00.123999999Z");

        assertThat(Times.corrected(precise, null, RECEIVED).timestamp())
                .isEqualTo(Instant.parse("2026-03-01T11:00:00.123Z"));
    }

    @Test
    void refusesTimesThatNoIndexKeeps() {
        Instant tooEarly = Instant.parse("1969-12-31T23:59:59.999Z");
        Instant tooLate = Instant.parse("+10000-01-01T00:00:00Z");

        Refusals.refuses(() -> Times.corrected(tooEarly, null, RECEIVED), Code.OUT_OF_RANGE, "original_timestamp");
        Refusals.refuses(() -> Times.corrected(Instant.MIN, null, RECEIVED), Code.OUT_OF_RANGE, "original_timestamp");
        Refusals.refuses(() -> Times.corrected(null, tooLate, RECEIVED), Code.OUT_OF_RANGE, "sent_at");
        Refusals.refuses(() -> Times.corrected(null, Instant.MAX, RECEIVED), Code.OUT_OF_RANGE, "sent_at");
        Refusals.refuses(() -> new Times(tooEarly, RECEIVED, null, null), Code.OUT_OF_RANGE, "@timestamp");
        Refusals.refuses(() -> new Times(RECEIVED, tooLate, null, null), Code.OUT_OF_RANGE, "received_at");
    }

    @Test
    void refusesACorrectionThatLeavesTheRange() {
        Instant sent = Instant.parse("9999-01-01T00:00:00Z");

        Refusals.refuses(() -> Times.corrected(Instant.EPOCH, sent, RECEIVED), Code.OUT_OF_RANGE, "@timestamp");
    }
}
