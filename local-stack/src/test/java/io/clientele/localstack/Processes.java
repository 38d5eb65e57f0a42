package io.clientele.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** Waits for what processes do, each wait ended by its condition. */
final class Processes {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration BEAT = Duration.ofMillis(10);

    private Processes() {}

    /** Every process with this word in its command line. */
    static List<ProcessHandle> naming(String word) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(word))
                .toList();
    }

    static void awaitEnd(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    static void awaitLine(Path file, String line) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!lines(file).contains(line)) {
            assertThat(System.nanoTime()).as("no line %s in %s", line, file).isLessThan(deadline);
            LockSupport.parkNanos(BEAT.toNanos());
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException notYet) {
            return List.of();
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException ended) {
            return "";
        }
    }
}
