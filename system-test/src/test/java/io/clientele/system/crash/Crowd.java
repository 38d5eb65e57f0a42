package io.clientele.system.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Customers whom everybody knows, and what each does, one thing in each round, at times that a run is sent at as well.
 *
 * <p>What becomes of it in the end must not hang on what is killed when. Therefore each customer has one id for ever, each of a
 * customer's events is acknowledged before the next is sent, and whatever a customer waits with or is halted by happens in the
 * first rounds, so that it is sent when the waiting is over.
 */
record Crowd(List<List<Act>> rounds) {

    /** In the rounds that a wait begins or ends in. */
    static final int ROUNDS_OF_WAITS = 4;

    static final int ROUNDS = 10;
    private static final int GOLD = 4;
    private static final List<String> CATEGORIES = List.of("beauty", "home", "sports");

    /**
     * Draws what is done.
     *
     * @param begin when the first does something
     * @param over how long all of it takes
     */
    static Crowd random(Random random, int customers, Instant begin, Duration over) {
        List<List<Act>> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Act> acts = new ArrayList<>();
            for (int number = 0; number < customers; number++) {
                long done = (long) round * customers + number;
                Instant at = begin.plusMillis(over.toMillis() * done / ((long) ROUNDS * customers));
                acts.add(new Act(
                        "m-" + round + "-" + number,
                        customer(number),
                        kind(random, round),
                        CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                        1 + random.nextInt(400),
                        at));
            }
            rounds.add(acts);
        }
        return new Crowd(rounds);
    }

    private static Act.Kind kind(Random random, int round) {
        int drawn = random.nextInt(100);
        if (round < ROUNDS_OF_WAITS && drawn < 45) {
            return drawn < 30 ? Act.Kind.CHECK_OUT : Act.Kind.ORDER;
        }
        return drawn % 5 < 2 ? Act.Kind.ADD : drawn % 5 < 4 ? Act.Kind.VIEW : Act.Kind.WATCH;
    }

    static String customer(int number) {
        return "k" + number;
    }

    /** One in so many is of the gold tier. */
    static boolean gold(String customer) {
        return Integer.parseInt(customer.substring(1)) % GOLD == 0;
    }

    /** How many of so many are. */
    static int golden(int customers) {
        return (customers + GOLD - 1) / GOLD;
    }

    /** Everything that is done, by its time. */
    List<Act> acts() {
        return rounds.stream().flatMap(List::stream).toList();
    }

    /** So many customers say who they are. */
    static List<ObjectNode> introductions(int customers) {
        List<ObjectNode> all = new ArrayList<>();
        for (int number = 0; number < customers; number++) {
            ObjectNode message = JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "identify")
                    .put("messageId", "known-" + number)
                    .put("userId", customer(number));
            message.putObject("traits").put("tier", gold(customer(number)) ? "gold" : "plain");
            all.add(message);
        }
        return all;
    }
}
