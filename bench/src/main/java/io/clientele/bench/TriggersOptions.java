package io.clientele.bench;

import java.util.List;
import java.util.Map;

/**
 * How {@code bench triggers} runs.
 *
 * @param rate events a second that are collected while contacts are watched, 10 to 20,000
 * @param seconds how long, 5 to 3,600; half of it before is not measured
 * @param timers due enrolments, each of another customer, that are drained; 1,000 to 5,000,000
 * @param redemptions redemptions of one code at a time, 101 to 5,000
 */
record TriggersOptions(int rate, int seconds, int timers, int redemptions) {

    TriggersOptions {
        NumberOptions.require("--rate", rate, 10, 20_000);
        NumberOptions.require("--seconds", seconds, 5, 3_600);
        NumberOptions.require("--timers", timers, 1_000, 5_000_000);
        NumberOptions.require("--redemptions", redemptions, 101, 5_000);
    }

    static TriggersOptions parse(List<String> options) {
        NumberOptions given = NumberOptions.parse(
                "bench triggers",
                options,
                Map.of("--rate", 1_000, "--seconds", 30, "--timers", 500_000, "--redemptions", 1_000));
        return new TriggersOptions(
                given.of("--rate"), given.of("--seconds"), given.of("--timers"), given.of("--redemptions"));
    }
}
