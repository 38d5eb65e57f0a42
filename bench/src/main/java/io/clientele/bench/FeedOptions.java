package io.clientele.bench;

import java.util.List;

/**
 * How {@code bench feed} runs.
 *
 * @param events events that each round reads, 1,000 to 1,000,000
 * @param rounds measured rounds of each side, 1 to 20; two more before them are not measured
 * @param page events a page, 100 to 10,000
 */
record FeedOptions(int events, int rounds, int page) {

    FeedOptions {
        require("--events", events, 1_000, 1_000_000);
        require("--rounds", rounds, 1, 20);
        require("--page", page, 100, 10_000);
    }

    static FeedOptions parse(List<String> options) {
        int events = 200_000;
        int rounds = 5;
        int page = 5_000;
        for (int i = 0; i < options.size(); i += 2) {
            String value = i + 1 < options.size() ? options.get(i + 1) : "";
            switch (options.get(i)) {
                case "--events" -> events = number(value);
                case "--rounds" -> rounds = number(value);
                case "--page" -> page = number(value);
                default ->
                    throw new IllegalArgumentException(
                            "bench feed takes --events N, --rounds N and --page N, not " + options.get(i));
            }
        }
        return new FeedOptions(events, rounds, page);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("a whole number is needed, not '" + text + "'", notANumber);
        }
    }

    private static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
