package io.clientele.bench;

import java.util.List;

/**
 * How {@code bench collect} runs.
 *
 * @param events events of each measured round, 1,000 to 1,000,000
 * @param rounds measured rounds of each side, 1 to 20
 * @param connections requests in flight, 1 to 64
 */
record CollectOptions(int events, int rounds, int connections) {

    CollectOptions {
        require("--events", events, 1_000, 1_000_000);
        require("--rounds", rounds, 1, 20);
        require("--connections", connections, 1, 64);
    }

    static CollectOptions parse(List<String> options) {
        int events = 100_000;
        int rounds = 8;
        int connections = 8;
        for (int i = 0; i < options.size(); i += 2) {
            String value = i + 1 < options.size() ? options.get(i + 1) : "";
            switch (options.get(i)) {
                case "--events" -> events = number(value);
                case "--rounds" -> rounds = number(value);
                case "--connections" -> connections = number(value);
                default ->
                    throw new IllegalArgumentException(
                            "bench collect takes --events N, --rounds N and --connections N, not " + options.get(i));
            }
        }
        return new CollectOptions(events, rounds, connections);
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
