package io.clientele.bench;

import java.util.List;
import java.util.Map;

/**
 * How {@code bench gateway} runs.
 *
 * @param seconds length of each measured round, 2 to 600
 * @param rounds measured rounds of each gateway, 1 to 20
 * @param connections connections that always have a request under way, 1 to 1,000
 */
record GatewayOptions(int seconds, int rounds, int connections) {

    GatewayOptions {
        NumberOptions.require("--seconds", seconds, 2, 600);
        NumberOptions.require("--rounds", rounds, 1, 20);
        NumberOptions.require("--connections", connections, 1, 1_000);
    }

    static GatewayOptions parse(List<String> options) {
        NumberOptions given = NumberOptions.parse(
                "bench gateway", options, Map.of("--seconds", 15, "--rounds", 3, "--connections", 50));
        return new GatewayOptions(given.of("--seconds"), given.of("--rounds"), given.of("--connections"));
    }
}
