package io.clientele.command.catchup;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

import org.junit.jupiter.api.Test;

import io.clientele.command.home.CommandFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CatchUpTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Outstanding NOTHING = outstanding(0, 0, 0, 0);

    private final StringWriter shown = new StringWriter();
    private final List<String> measured = new ArrayList<>();
    private Instant now = START;

    @Test
    void measuresTheScaleWhenAllIsFoldedAndWaitsForWhatFollows() throws Exception {
        await(looks(
                outstanding(1_200, 0, 0, 0),
                outstanding(0, 3, 0, 7),
                outstanding(0, 0, 40, 7),
                outstanding(0, 0, 40, 7),
                outstanding(0, 0, 0, 1),
                NOTHING));

        assertThat(measured).containsExactly("after 3 looks");
        assertThat(shown.toString().lines()).containsExactly("1,200 events to fold");
    }

    @Test
    void waitsForAReaderOfTheFeedAndForAnIndex() throws Exception {
        await(looks(
                new Outstanding(OptionalLong.empty(), 0, 0, 0, true),
                NOTHING,
                new Outstanding(OptionalLong.of(0), 0, 0, 0, false),
                NOTHING));

        assertThat(now).isAfter(START);
        assertThat(measured).hasSize(1);
    }

    @Test
    void givesUpWhenNothingMovesAndSaysWhatIsMissing() {
        assertThatThrownBy(() -> await(look -> outstanding(12, 1, 0, 5)))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("working off the events has stood still for 2 minutes: 12 events to fold,"
                        + " 1 run of events to move under another customer, 5 changes to index;"
                        + " see './clientele logs profile-service'");
        assertThat(Duration.between(START, now)).isBetween(Duration.ofMinutes(2), Duration.ofMinutes(3));
        assertThat(measured).isEmpty();
    }

    @Test
    void givesUpWhenTheTimeIsOverThoughMuchMoves() {
        assertThatThrownBy(() -> await(look -> outstanding(look, 0, 0, 0)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("needs more than 10 minutes");
        assertThat(Duration.between(START, now)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
    }

    @Test
    void printsALineNowAndThenWhereNobodyWatches() throws Exception {
        await(look -> outstanding(Math.max(0, 70 - look), 0, 0, 0));

        assertThat(shown.toString().lines())
                .containsExactly("69 events to fold", "49 events to fold", "29 events to fold", "9 events to fold");
    }

    @Test
    void drawsOneLineAgainWhereSomebodyWatches() throws Exception {
        catchUp(looks(outstanding(1_000, 0, 0, 0), outstanding(9, 0, 0, 0), NOTHING, NOTHING), true)
                .await(Duration.ofMinutes(10));

        assertThat(shown).hasToString("\r1,000 events to fold\r9 events to fold    \r" + " ".repeat(16) + "\r");
    }

    private void await(LongFunction<Outstanding> looks) throws IOException, InterruptedException {
        catchUp(looks, false).await(Duration.ofMinutes(10));
    }

    private CatchUp catchUp(LongFunction<Outstanding> looks, boolean terminal) {
        WaitingLine line = new WaitingLine(new PrintWriter(shown), terminal, () -> now);
        return new CatchUp(new ToldWork(looks), line, () -> now, pause -> now = now.plus(pause));
    }

    private static Outstanding outstanding(long events, long moves, long evaluations, long changes) {
        return new Outstanding(OptionalLong.of(events), moves, evaluations, changes, true);
    }

    private static LongFunction<Outstanding> looks(Outstanding... each) {
        return look -> each[Math.toIntExact(look - 1)];
    }

    /** Work that goes on as it is told. */
    private final class ToldWork implements Work {
        private final LongFunction<Outstanding> looks;
        private long look;

        ToldWork(LongFunction<Outstanding> looks) {
            this.looks = looks;
        }

        @Override
        public Outstanding now() {
            return looks.apply(++look);
        }

        @Override
        public void measureValueScale() {
            measured.add("after " + look + " looks");
        }
    }
}
