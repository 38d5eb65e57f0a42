package io.clientele.bench;

import java.util.List;
import java.util.Map;

/**
 * How {@code bench facts} runs.
 *
 * @param events events that are measured at three a customer, half as many at one; 20,000 to 2,000,000
 * @param warmUp events that are folded before, 0 to 2,000,000; the default is what it takes until the compilers of the servers
 *     have little left to do
 */
record FactsOptions(int events, int warmUp) {

    FactsOptions {
        NumberOptions.require("--events", events, 20_000, 2_000_000);
        NumberOptions.require("--warm-up", warmUp, 0, 2_000_000);
    }

    static FactsOptions parse(List<String> options) {
        NumberOptions given =
                NumberOptions.parse("bench facts", options, Map.of("--events", 400_000, "--warm-up", 1_000_000));
        return new FactsOptions(given.of("--events"), given.of("--warm-up"));
    }
}
