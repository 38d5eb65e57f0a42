package io.clientele.loader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Counts what became of the rows, in the order in which they stand in the source. */
final class Tally {

    private long line;
    private long accepted;
    private long duplicates;
    private final SequencedMap<String, Long> badRows = new LinkedHashMap<>();
    private final SequencedMap<String, Long> rejections = new LinkedHashMap<>();

    /** Go on from a checkpoint. */
    void restore(Checkpoint checkpoint) {
        line = checkpoint.line();
        accepted = checkpoint.accepted();
        duplicates = checkpoint.duplicates();
        badRows.putAll(checkpoint.badRows());
        rejections.putAll(checkpoint.rejections());
    }

    /** Count a batch that follows directly on what was counted before. */
    void add(Batch batch, Answer answer) {
        accepted += answer.accepted();
        duplicates += answer.duplicates();
        batch.badRows().forEach(row -> badRows.merge(row.reason().code(), 1L, Long::sum));
        answer.rejections().forEach(rejection -> rejections.merge(rejection.code(), 1L, Long::sum));
        line = batch.lastLine();
    }

    long line() {
        return line;
    }

    long answered() {
        return accepted + duplicates + sum(rejections);
    }

    long bad() {
        return sum(badRows);
    }

    Checkpoint checkpoint(String collector, long badRowsBytes) {
        return new Checkpoint(
                collector,
                line,
                accepted,
                duplicates,
                new LinkedHashMap<>(badRows),
                new LinkedHashMap<>(rejections),
                badRowsBytes);
    }

    LoadReport report(Path badRowsFile, long continuedAfterLine, Duration elapsed) {
        return new LoadReport(
                answered(),
                accepted,
                duplicates,
                sum(rejections),
                new LinkedHashMap<>(badRows),
                new LinkedHashMap<>(rejections),
                badRowsFile,
                continuedAfterLine,
                elapsed);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
