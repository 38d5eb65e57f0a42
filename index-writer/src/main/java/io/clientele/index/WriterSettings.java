package io.clientele.index;

import java.time.Duration;

/**
 * How an index is written.
 *
 * @param lock the number of the lock in PostgreSQL that the instance which writes holds
 * @param bulk most documents of one bulk, 1 or more
 * @param window bulks' worth of rows of the outbox that are taken at once, 1 or more: what changes again and again is
 *     written once for all of them
 * @param beat how long the writer rests when there is nothing to write
 * @param longestRetry the longest rest between two tries while Elasticsearch is away
 */
public record WriterSettings(long lock, int bulk, int window, Duration beat, Duration longestRetry) {}
