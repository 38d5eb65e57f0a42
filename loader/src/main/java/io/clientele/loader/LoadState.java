package io.clientele.loader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.LoadFailure;

/**
 * What a load keeps on disk: the rows that were not loaded and, now and then, the checkpoint. Batches are settled in the
 * order of the source, so that the checkpoint, the counts and the bad rows always tell of the same rows.
 */
final class LoadState implements AutoCloseable {

    /** What a killed load sends again is what it was answered within this time: a moment's work, found as duplicates. */
    private static final long CHECKPOINT_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final String collector;
    private final CheckpointFile checkpoints;
    private final BadRowFile badRows;
    private final Tally tally = new Tally();
    private final long continuedAfterLine;
    private long lastCheckpoint = System.nanoTime();
    private boolean complete;

    private LoadState(String collector, CheckpointFile checkpoints, BadRowFile badRows) {
        this.collector = collector;
        this.checkpoints = checkpoints;
        this.badRows = badRows;
        this.continuedAfterLine = checkpoints
                .read()
                .filter(checkpoint -> checkpoint.collector().equals(collector))
                .filter(checkpoint -> checkpoint.badRowsBytes() <= badRows.bytes())
                .map(this::restored)
                .orElse(0L);
        if (continuedAfterLine == 0) {
            badRows.cutTo(0);
        }
    }

    private long restored(Checkpoint checkpoint) {
        tally.restore(checkpoint);
        badRows.cutTo(checkpoint.badRowsBytes());
        return checkpoint.line();
    }

    /** Open the state of a source; only one load of a source can have it open. */
    static LoadState open(Path folder, EventSource source, String collector) {
        String name = source.dataSet() + "-" + source.fingerprint();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LoadFailure(
                    LoadFailure.Code.STATE_FOLDER_UNUSABLE, "Cannot make the folder " + folder + ": " + e, e);
        }
        BadRowFile badRows = BadRowFile.open(folder.resolve(name + ".bad-rows.ndjson"));
        CheckpointFile checkpoints = new CheckpointFile(folder.resolve(name + ".checkpoint.json"));
        return new LoadState(collector, checkpoints, badRows);
    }

    long continuedAfterLine() {
        return continuedAfterLine;
    }

    Tally tally() {
        return tally;
    }

    /** Take the answer to the batch that follows on what was settled before. */
    void settle(Batch batch, Answer answer) {
        batch.badRows().forEach(row -> badRows.add(row.line(), row.reason().code(), row.text()));
        for (Answer.Rejection rejection : answer.rejections()) {
            long line = batch.messages().get(rejection.index()).line();
            badRows.add(line, "rejected_" + rejection.code(), rejection.reason());
        }
        tally.add(batch, answer);
        if (System.nanoTime() - lastCheckpoint >= CHECKPOINT_EVERY_NANOS) {
            keep();
        }
    }

    private void keep() {
        checkpoints.write(tally.checkpoint(collector, badRows.bytes()));
        lastCheckpoint = System.nanoTime();
    }

    /** Forget the checkpoint, so that loading the source again sends all of it again. */
    LoadReport complete(Duration elapsed) {
        checkpoints.remove();
        complete = true;
        return tally.report(badRows.path(), continuedAfterLine, elapsed);
    }

    /** Keep how far the load has come, unless it is complete or has not begun, and let another load in. */
    @Override
    public void close() {
        try (badRows) {
            if (!complete && tally.line() > continuedAfterLine) {
                keep();
            }
        }
    }
}
