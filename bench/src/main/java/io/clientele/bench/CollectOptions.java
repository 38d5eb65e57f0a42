package io.clientele.bench;

import java.util.List;
import java.util.Map;

/**
 * How {@code bench collect} runs.
 *
 * @param events events of each measured round, 1,000 to 1,000,000
 * @param rounds measured rounds of each side, 1 to 20
 * @param connections requests in flight, 1 to 64
 */
record CollectOptions(int events, int rounds, int connections) {

    CollectOptions {
        NumberOptions.require("--events", events, 1_000, 1_000_000);
        NumberOptions.require("--rounds", rounds, 1, 20);
        NumberOptions.require("--connections", connections, 1, 64);
    }

    static CollectOptions parse(List<String> options) {
        NumberOptions given = NumberOptions.parse(
                "bench collect", options, Map.of("--events", 100_000, "--rounds", 8, "--connections", 8));
        return new CollectOptions(given.of("--events"), given.of("--rounds"), given.of("--connections"));
    }
}
