package io.clientele.loader;

import java.util.SequencedMap;

/**
 * How far a load has come. Everything in it belongs to the rows up to {@code line} and to no other.
 *
 * @param collector the address that those rows went to; another collector knows nothing of them
 * @param line the line up to which every row is answered or known to be bad
 * @param badRowsBytes the length of the file of bad rows
 */
record Checkpoint(
        String collector,
        long line,
        long accepted,
        long duplicates,
        SequencedMap<String, Long> badRows,
        SequencedMap<String, Long> rejections,
        long badRowsBytes) {}
