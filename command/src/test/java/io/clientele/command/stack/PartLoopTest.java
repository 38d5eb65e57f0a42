package io.clientele.command.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.home.PartState;
import io.clientele.command.home.PartState.Phase;
import io.clientele.command.home.StateFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
        log = new StackLog(new PrintWriter(said, true), home);
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
        StackBoard board = new StackBoard(new StateFile(home), List.of(service), log);
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
    void startsAgainAfterAFailureThatNobodyForesaw() {
        FaultyPart part = new FaultyPart(FaultyPart.Fault.LAUNCH, 1);
        StackBoard board = run(part);

        await().atMost(PATIENCE).until(() -> state(board, "faulty").ready());

        assertThat(state(board, "faulty").restarts()).isEqualTo(1);
        assertThat(said.toString()).contains("could not be started: fault of LAUNCH; starting it again in 1 s");
        assertThat(home.log("command")).content().contains("IllegalStateException: fault of LAUNCH");
    }

    @Test
    void stopsWhatItCannotWatchAndStartsItAgain() {
        FaultyPart part = new FaultyPart(FaultyPart.Fault.PROBE, 1);
        StackBoard board = run(part);

        await().atMost(PATIENCE).until(() -> state(board, "faulty").ready());

        assertThat(said.toString()).contains("failed: fault of PROBE; starting it again in 1 s");
        assertThat(part.launched).hasSize(2);
        assertThat(part.launched.getFirst().isAlive()).isFalse();
    }

    @Test
    void startsNoSecondProcessBesideOneThatDoesNotEnd() {
        FaultyPart part = new FaultyPart(FaultyPart.Fault.PROBE_AND_STOP, 3);
        StackBoard board = run(part);

        await().atMost(PATIENCE).until(() -> state(board, "faulty").ready());

        assertThat(said.toString())
                .contains("failed: process " + part.launched.getFirst().pid());
        assertThat(part.launched).hasSize(2);
        assertThat(part.launched.getFirst().isAlive()).isFalse();
    }

    @Test
    void startsAgainWhatCouldNotBeStoppedInOrder() {
        // Once after its end and once before its next start: a process that is gone is no obstacle.
        FaultyPart part = new FaultyPart(FaultyPart.Fault.STOP, 2);
        StackBoard board = run(part);
        await().atMost(PATIENCE).until(() -> state(board, "faulty").ready());

        part.launched.getFirst().destroyForcibly();

        await().atMost(PATIENCE).until(() -> state(board, "faulty").restarts() == 1);
        await().atMost(PATIENCE).until(() -> state(board, "faulty").ready());
        assertThat(home.log("command"))
                .content()
                .contains("faulty could not be stopped in order")
                .contains("IllegalStateException: fault of STOP");
    }

    @Test
    void keepsPartsAliveWhileItsStateCannotBePublished() throws IOException {
        StackBoard board = run(new SleepingPart("server", List.of(), "1000"));
        await().atMost(PATIENCE).until(() -> state(board, "server").ready());
        // A folder in the file's place fails to be replaced, as a file on a full disk does, also for root.
        Path obstacle = home.folder().resolve("state.json");
        Files.delete(obstacle);
        Files.createDirectories(obstacle.resolve("obstacle"));

        ProcessHandle.of(pid(board, "server")).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE).until(() -> state(board, "server").restarts() == 1);
        await().atMost(PATIENCE).until(() -> state(board, "server").ready());
        assertThat(home.log("command")).content().containsOnlyOnce("cannot publish the state of the stack");
        assertThat(filesOfHome()).noneMatch(name -> name.endsWith(".new"));

        Files.delete(obstacle.resolve("obstacle"));
        Files.delete(obstacle);

        StateFile file = new StateFile(home);
        await().atMost(PATIENCE)
                .until(() -> file.last().flatMap(state -> state.part("server")).isPresent());
        assertThat(file.last().orElseThrow().part("server").orElseThrow().restarts())
                .isEqualTo(1);
    }

    @Test
    void startsNoStackThatNobodyCouldFind() throws IOException {
        Files.createDirectories(home.folder().resolve("state.json/obstacle"));

        assertThatThrownBy(() -> run(new BrokenPart()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot publish the state of the stack");
    }

    @Test
    void tellsTheUserWhatItsLogCannotTake() throws IOException {
        Files.createDirectories(home.log("command"));

        log.keep("cannot run server", new IOException("no space left"));

        assertThat(said.toString())
                .contains("cannot run server: java.io.IOException: no space left (and cannot write "
                        + home.log("command"));
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
        StackBoard board = new StackBoard(
                new StateFile(home), List.of(new SleepingPart("service", List.of("server"), "1000")), log);

        assertThat(board.awaitAllReady(Duration.ofMillis(20)))
                .contains("not ready after 0 s: service waits for server");
    }

    private List<String> filesOfHome() throws IOException {
        try (var files = Files.list(home.folder())) {
            return files.map(Path::toString).toList();
        }
    }

    private StackBoard run(Part... parts) {
        StackBoard board = new StackBoard(new StateFile(home), List.of(parts), log);
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
