package io.clientele.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class ChildProcessTest {

    /** Runs until it is asked to stop, then says goodbye and ends with 3. */
    private static final String POLITE = "trap 'echo goodbye; kill $!; exit 3' TERM; sleep 600 & echo up; wait $!";

    /** Ignores the request to stop, as the program that it becomes then does too. */
    private static final String STUBBORN = "trap '' TERM; echo up; exec sleep 600";

    @TempDir
    Path folder;

    @Test
    void pidIsTheCommandsOwn() throws Exception {
        try (ChildProcess child = start(List.of("sh", "-c", "echo $$"))) {
            child.onExit().get();

            assertThat(log().trim()).isEqualTo(Long.toString(child.pid()));
        }
    }

    @Test
    void givesTheCommandItsArgumentsEnvironmentAndFolder() throws Exception {
        Path workDir = Files.createDirectory(folder.resolve("work"));
        List<String> command = List.of("sh", "-c", "printf '%s|%s|%s' \"$1\" \"$COLOUR\" \"$PWD\"", "sh", "a 'b\" $c");
        try (ChildProcess child =
                ChildProcess.start("child", command, Map.of("COLOUR", "dark green"), workDir, logFile())) {
            assertThat(child.onExit().get()).isZero();

            assertThat(log()).isEqualTo("a 'b\" $c|dark green|" + workDir.toRealPath());
        }
    }

    @Test
    void standardInputIsEmpty() throws Exception {
        try (ChildProcess child = start(List.of("cat"))) {
            assertThat(child.onExit().get()).isZero();
        }
    }

    @Test
    void keepsTheLogOfTheRunBefore() throws Exception {
        for (String word : List.of("first", "second", "third")) {
            try (ChildProcess child = start(List.of("sh", "-c", "echo " + word + "; echo to error >&2"))) {
                child.onExit().get();
            }
        }

        assertThat(log()).isEqualTo("third\nto error\n");
        assertThat(folder.resolve("logs/child.log.1")).hasContent("second\nto error\n");
    }

    @Test
    void saysWhyACommandCannotBeFound() throws Exception {
        try (ChildProcess child = start(List.of("/no/such/program"))) {
            assertThat(child.onExit().get()).isEqualTo(127);
            assertThat(child.logTail()).contains("/no/such/program");
        }
    }

    @Test
    void closeLetsTheCommandEndInOrder() throws Exception {
        ChildProcess child = start(List.of("sh", "-c", POLITE));
        awaitUp();

        child.close();

        assertThat(child.isAlive()).isFalse();
        assertThat(child.onExit().get()).isEqualTo(3);
        assertThat(log()).isEqualTo("up\ngoodbye\n");
    }

    @Test
    void closeKillsACommandThatIgnoresTheRequest() throws Exception {
        ChildProcess child = start(List.of("sh", "-c", STUBBORN));
        awaitUp();

        child.close();

        assertThat(child.onExit().get()).isEqualTo(128 + 9);
    }

    @Test
    void killEndsTheCommandAtOnce() throws Exception {
        ChildProcess child = start(List.of("sh", "-c", POLITE));
        awaitUp();

        child.kill();

        assertThat(child.onExit().get()).isEqualTo(128 + 9);
        assertThat(log()).isEqualTo("up\n");
    }

    @Test
    void leavesNoWatcherBehind() throws Exception {
        String mark = "mark-" + UUID.randomUUID();
        ChildProcess child = start(List.of("sh", "-c", POLITE, mark));
        awaitUp();
        List<ProcessHandle> family = Processes.naming(mark);
        assertThat(family).as("the command and its watcher").hasSizeGreaterThanOrEqualTo(2);

        child.close();

        for (ProcessHandle process : family) {
            Processes.awaitEnd(process.pid());
        }
    }

    @Test
    void childrenEndWhenTheirParentIsKilled() throws Exception {
        try (OtherJvm parent = OtherJvm.start(TwoChildren.class, folder.toString())) {
            long polite = parent.readNumber();
            long stubborn = parent.readNumber();

            parent.kill();

            Processes.awaitEnd(polite);
            Processes.awaitEnd(stubborn);
            assertThat(folder.resolve("polite.log")).hasContent("up\ngoodbye\n");
        }
    }

    /** A parent with a child that stops when asked and one that has to be killed. */
    static final class TwoChildren {
        private TwoChildren() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            for (String name : List.of("polite", "stubborn")) {
                String script = name.equals("polite") ? POLITE : STUBBORN;
                Path log = folder.resolve(name + ".log");
                ChildProcess child = ChildProcess.start(
                        name,
                        List.of("sh", "-c", script),
                        Map.of(),
                        folder,
                        log,
                        StopSignal.TERM,
                        Duration.ofSeconds(2));
                Processes.awaitLine(log, "up");
                System.out.println(child.pid());
            }
            Thread.currentThread().join();
        }
    }

    private ChildProcess start(List<String> command) {
        return ChildProcess.start(
                "child", command, Map.of(), folder, logFile(), StopSignal.TERM, Duration.ofSeconds(2));
    }

    private void awaitUp() throws Exception {
        Processes.awaitLine(logFile(), "up");
    }

    private Path logFile() {
        return folder.resolve("logs/child.log");
    }

    private String log() throws Exception {
        return Files.readString(logFile());
    }
}
