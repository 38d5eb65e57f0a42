package io.clientele.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KilledLoadTest {

    private static final int ROWS_AFTER_THE_KILL = 5_000;

    @TempDir
    private Path folder;

    @Test
    void goesOnAfterItsProcessWasKilledAndReportsEveryRowOnce() throws Exception {
        Path checkpoint = folder.resolve("made-up-f1.checkpoint.json");
        CompletableFuture<Process> started = new CompletableFuture<>();
        AtomicBoolean killing = new AtomicBoolean(true);
        try (FakeCollector collector = new FakeCollector((number, request) -> {
            if (killing.get() && Files.exists(checkpoint)) {
                started.join().destroyForcibly();
            }
            return FakeCollector.Reply.take();
        })) {
            Process process = start(collector);
            started.complete(process);
            assertThat(process.waitFor()).isNotZero();
            killing.set(false);

            long known =
                    Gathered.json(Files.readAllBytes(checkpoint)).get("line").asLong();
            long rows = known + ROWS_AFTER_THE_KILL;
            LoadReport report = new Loader(KilledLoad.options(collector.address(), folder))
                    .load(KilledLoad.source(rows), Progress.silent());
            assertThat(known).isPositive();
            assertThat(report.continuedAfterLine()).isEqualTo(known);
            assertThat(report.sent()).isEqualTo(rows - rows / 10);
            assertThat(report.badRows()).isEqualTo(Map.of("malformed_json", rows / 10));
            Set<String> stored = collector.stored();
            assertThat(LongStream.rangeClosed(1, rows)
                            .filter(line -> line % 10 != 0)
                            .mapToObj(line -> "m-" + line))
                    .allMatch(stored::contains);
            List<String> bad = Files.readAllLines(report.badRowsFile());
            assertThat(bad).hasSize((int) (rows / 10));
            assertThat(bad.stream().distinct()).hasSize((int) (rows / 10));
        }
    }

    private Process start(FakeCollector collector) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLoad.class.getName(),
                        collector.address().toString(),
                        folder.toString())
                .inheritIO()
                .start();
    }
}
