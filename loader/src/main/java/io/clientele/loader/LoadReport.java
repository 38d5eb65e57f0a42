package io.clientele.loader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SequencedMap;

import io.clientele.loader.source.BadRowReason;

/**
 * What became of a source. The counts cover the whole source, also the part that an earlier, interrupted run loaded;
 * {@code sent} is the sum of accepted, duplicates and rejected.
 *
 * @param sent messages that were answered
 * @param duplicates messages that the collector had before
 * @param rejected messages that the collector refused one by one
 * @param badRows rows that became no message, by {@link BadRowReason#code()}
 * @param rejections the rejected messages by the collector's code
 * @param badRowsFile one JSON object a line for every bad row and every rejected message: line, reason, text
 * @param continuedAfterLine the line after which this run began, zero from the start
 * @param elapsed of this run alone
 */
public record LoadReport(
        long sent,
        long accepted,
        long duplicates,
        long rejected,
        SequencedMap<String, Long> badRows,
        SequencedMap<String, Long> rejections,
        Path badRowsFile,
        long continuedAfterLine,
        Duration elapsed) {}
