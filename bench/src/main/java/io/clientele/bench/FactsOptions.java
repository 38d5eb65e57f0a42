package io.clientele.bench;

import java.util.List;
import java.util.Map;

/**
 * How {@code bench facts} runs.
 *
 * @param events events that are measured, 10,000 to 2,000,000
 * @param warmUp events that are folded before, 0 to 2,000,000
 */
record FactsOptions(int events, int warmUp) {

    FactsOptions {
        NumberOptions.require("--events", events, 10_000, 2_000_000);
        NumberOptions.require("--warm-up", warmUp, 0, 2_000_000);
    }

    static FactsOptions parse(List<String> options) {
        NumberOptions given =
                NumberOptions.parse("bench facts", options, Map.of("--events", 600_000, "--warm-up", 600_000));
        return new FactsOptions(given.of("--events"), given.of("--warm-up"));
    }
}
