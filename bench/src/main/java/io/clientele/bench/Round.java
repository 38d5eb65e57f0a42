package io.clientele.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One side's figures of one round.
 *
 * @param events how many it sent
 * @param time from the first request to the last answer
 * @param cpu what the servers cost meanwhile
 */
record Round(int events, Duration time, CpuTime cpu) {

    /** Events a second. */
    double rate() {
        return events / (time.toNanos() / 1e9);
    }

    /** Microseconds of the collector's CPU an event. */
    double collectorCpu() {
        return cpu.collector().toNanos() / 1e3 / events;
    }

    /** Microseconds of Elasticsearch's CPU an event. */
    double elasticsearchCpu() {
        return cpu.elasticsearch().toNanos() / 1e3 / events;
    }

    /** Both sides' figures on one line. */
    static String line(List<Round> collected, List<Round> straight) {
        return String.format(
                Locale.ROOT,
                "/v1/batch %,7.0f events/s, CPU %3.0f + %3.0f µs/event   _bulk %,7.0f events/s, CPU %3.0f µs/event",
                median(collected, Round::rate),
                median(collected, Round::collectorCpu),
                median(collected, Round::elasticsearchCpu),
                median(straight, Round::rate),
                median(straight, Round::elasticsearchCpu));
    }

    static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
