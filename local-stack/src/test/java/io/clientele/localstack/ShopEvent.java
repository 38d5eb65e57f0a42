package io.clientele.localstack;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A made-up event; some lack the customer or the time.
 *
 * @param routing the customer's, also where the event does not name the customer: a session belongs to one
 * @param names what happened; several names make one document match several steps
 * @param hour hours after {@link #BEGIN}
 */
record ShopEvent(
        String id,
        String routing,
        @Nullable Long customer,
        @Nullable Long session,
        List<String> names,
        @Nullable Integer hour,
        String country) {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    static long epochMillis(int hour) {
        return BEGIN.toEpochMilli() + hour * 3_600_000L;
    }

    static List<ShopEvent> random(Random random, int customers, int events) {
        return IntStream.range(0, events)
                .mapToObj(number -> random(random, customers, "e" + number))
                .toList();
    }

    private static ShopEvent random(Random random, int customers, String id) {
        // Far apart and of both signs, as hashes are.
        long customer = (random.nextInt(customers) - customers / 2) * 0x5851_F42D_4C95_7F2DL;
        List<String> names = random.ints(1 + random.nextInt(2), 0, 4)
                .mapToObj(name -> String.valueOf((char) ('a' + name)))
                .distinct()
                .collect(Collectors.toList());
        return new ShopEvent(
                id,
                "r" + customer,
                random.nextInt(20) == 0 ? null : customer,
                random.nextInt(10) == 0 ? null : customer * 31 + random.nextInt(2),
                names,
                random.nextInt(20) == 0 ? null : random.nextInt(60),
                random.nextBoolean() ? "de" : "fr");
    }

    int at() {
        return Objects.requireNonNull(hour);
    }

    /** A line pair of a bulk request that routes by customer. */
    String bulkLines() {
        String names = this.names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
        return "{\"index\": {\"_id\": \"" + id + "\", \"routing\": \"" + routing + "\"}}\n{\"event\": [" + names + "]"
                + (customer == null ? "" : ", \"customer_hash\": " + customer)
                + (session == null ? "" : ", \"session_hash\": " + session)
                + (hour == null ? "" : ", \"@timestamp\": " + epochMillis(hour))
                + ", \"country\": \"" + country + "\"}\n";
    }

    String bulkDeletion() {
        return "{\"delete\": {\"_id\": \"" + id + "\", \"routing\": \"" + routing + "\"}}\n";
    }
}
