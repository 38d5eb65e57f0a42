package io.clientele.bench;

import java.util.List;
import java.util.Map;

/**
 * How {@code bench segments} runs.
 *
 * @param customers customers in the index, 1,000 to 10,000,000
 * @param previews previews of each condition that are measured, 5 to 1,000; as many before them are not
 * @param rate events a second that are collected while memberships are watched, 10 to 20,000
 * @param seconds how long, 5 to 3,600; a sixth of it before is not measured
 */
record SegmentsOptions(int customers, int previews, int rate, int seconds) {

    SegmentsOptions {
        NumberOptions.require("--customers", customers, 1_000, 10_000_000);
        NumberOptions.require("--previews", previews, 5, 1_000);
        NumberOptions.require("--rate", rate, 10, 20_000);
        NumberOptions.require("--seconds", seconds, 5, 3_600);
    }

    static SegmentsOptions parse(List<String> options) {
        NumberOptions given = NumberOptions.parse(
                "bench segments",
                options,
                Map.of("--customers", 1_000_000, "--previews", 50, "--rate", 1_000, "--seconds", 60));
        return new SegmentsOptions(
                given.of("--customers"), given.of("--previews"), given.of("--rate"), given.of("--seconds"));
    }
}
