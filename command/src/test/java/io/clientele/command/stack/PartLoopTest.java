package io.clientele.command.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.command.home.Home;
import io.clientele.command.home.PartState;
import io.clientele.command.home.PartState.Phase;
import io.clientele.command.home.StateFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PartLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final List<PartLoop> loops = new ArrayList<>();
    private Home home;
    private StackLog log;

    @BeforeEach
    void createHome() {
        home = new Home(folder).create();
        log = new StackLog(new PrintWriter(said, true), home.log("command"));
    }

    @AfterEach
    void stopLoops() throws InterruptedException {
        for (PartLoop loop : loops) {
            loop.askToStop();
            loop.awaitEnd();
        }
    }

    @Test
    void startsAgainWhatWasKilled() {
        StackBoard board = run(new SleepingPart("server", List.of(), "1000"));
        await().atMost(PATIENCE).until(() -> state(board, "server").ready());
        long first = pid(board, "server");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> state(board, "server").restarts() == 1);
        await().atMost(PATIENCE).until(() -> state(board, "server").ready());
        assertThat(pid(board, "server")).isNotEqualTo(first);
        assertThat(said.toString()).contains("ended unexpectedly; starting it again in 1 s");
    }

    @Test
    void waitsForWhatItNeeds() {
        StackBoard board = run(
                new SleepingPart("service", List.of("server"), "1000"), new SleepingPart("server", List.of(), "1000"));

        await().atMost(PATIENCE).until(() -> state(board, "service").ready());
        assertThat(said.toString().indexOf("server "))
                .isLessThan(said.toString().indexOf("service "));
    }

    @Test
    void staysWaitingWithoutWhatItNeeds() {
        SleepingPart service = new SleepingPart("service", List.of("server"), "1000");
        StackBoard board = new StackBoard(new StateFile(home), List.of(service));
        start(service, board);

        assertThat(state(board, "service").phase()).isEqualTo(Phase.WAITING);
        assertThat(state(board, "service").note()).isEqualTo("waits for server");
    }

    @Test
    void givesUpOnWhatNeverBecomesReady() throws InterruptedException {
        StackBoard board = run(new BrokenPart());

        Optional<String> failure = board.awaitAllReady(PATIENCE);

        assertThat(failure).contains("broken could not be started: no such program");
        assertThat(home.log("command")).content().contains("java.io.IOException: no such program");
    }

    @Test
    void endsItsProcessWhenAskedToStop() throws InterruptedException {
        StackBoard board = run(new SleepingPart("server", List.of(), "1000"));
        await().atMost(PATIENCE).until(() -> state(board, "server").ready());
        ProcessHandle process = ProcessHandle.of(pid(board, "server")).orElseThrow();

        PartLoop loop = loops.getFirst();
        loop.askToStop();
        loop.awaitEnd();

        assertThat(process.isAlive()).isFalse();
        assertThat(state(board, "server").note()).isEqualTo("stopped");
    }

    @Test
    void saysWhatIsMissingWhenTimeIsUp() throws InterruptedException {
        StackBoard board =
                new StackBoard(new StateFile(home), List.of(new SleepingPart("service", List.of("server"), "1000")));

        assertThat(board.awaitAllReady(Duration.ofMillis(20)))
                .contains("not ready after 0 s: service waits for server");
    }

    private StackBoard run(Part... parts) {
        StackBoard board = new StackBoard(new StateFile(home), List.of(parts));
        for (Part part : parts) {
            start(part, board);
        }
        return board;
    }

    private void start(Part part, StackBoard board) {
        PartLoop loop = new PartLoop(part, board, log);
        loops.add(loop);
        loop.start();
    }

    private static PartState state(StackBoard board, String name) {
        return board.state().part(name).orElseThrow();
    }

    private static long pid(StackBoard board, String name) {
        return Objects.requireNonNull(state(board, name).process()).pid();
    }

    /** A real process that is ready at once and lasts for some seconds. */
    private record SleepingPart(String name, List<String> needs, String seconds) implements Part {
        @Override
        public String address() {
            return "http://127.0.0.1:1";
        }

        @Override
        public RunningPart launch() throws IOException {
            return new Sleeping(new ProcessBuilder("sleep", seconds).start());
        }
    }

    private record Sleeping(Process process) implements RunningPart {
        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public Optional<String> whyNotReady() {
            return Optional.empty();
        }

        @Override
        public String lastWords() {
            return "zzz";
        }

        @Override
        public void stop() {
            process.destroyForcibly().onExit().join();
        }
    }

    private record BrokenPart() implements Part {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String address() {
            return "http://127.0.0.1:1";
        }

        @Override
        public List<String> needs() {
            return List.of();
        }

        @Override
        public RunningPart launch() throws IOException {
            throw new IOException("no such program");
        }
    }
}
