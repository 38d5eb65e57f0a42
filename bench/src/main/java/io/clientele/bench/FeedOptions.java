package io.clientele.bench;

import java.util.List;
import java.util.Map;

/**
 * How {@code bench feed} runs.
 *
 * @param events events that each round reads, 1,000 to 1,000,000
 * @param rounds measured rounds of each side, 1 to 20; eight more before them are not measured
 * @param page events a page, 100 to 10,000
 */
record FeedOptions(int events, int rounds, int page) {

    FeedOptions {
        NumberOptions.require("--events", events, 1_000, 1_000_000);
        NumberOptions.require("--rounds", rounds, 1, 20);
        NumberOptions.require("--page", page, 100, 10_000);
    }

    static FeedOptions parse(List<String> options) {
        NumberOptions given =
                NumberOptions.parse("bench feed", options, Map.of("--events", 200_000, "--rounds", 9, "--page", 5_000));
        return new FeedOptions(given.of("--events"), given.of("--rounds"), given.of("--page"));
    }
}
