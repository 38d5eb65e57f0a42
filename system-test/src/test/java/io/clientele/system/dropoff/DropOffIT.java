package io.clientele.system.dropoff;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.system.Caller;
import io.clientele.system.ServiceStack;

import static io.clientele.system.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

/** Makes a segment of more customers than one page holds, though profile-service is killed in the midst of it. */
class DropOffIT {

    private static final int SHOPPERS = 10_500;

    /** Every so many goes on to the cart. */
    private static final int CARTERS = 100;

    private static final int DROPPED = SHOPPERS - SHOPPERS / CARTERS;
    private static final int BATCH = 500;

    private final Instant start = Instant.now().minus(Duration.ofDays(2));

    @AutoClose
    private ServiceStack stack;

    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        stack = ServiceStack.start("drop-off", 1);
        caller = new Caller(stack);
    }

    @Test
    void makesOneWholeSegmentThoughTheServiceIsKilledMeanwhile() throws InterruptedException {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            messages.add(did(i, "Product Viewed", start));
            if (i % CARTERS == 0) {
                messages.add(did(i, "Product Added", start.plusSeconds(60)));
            }
        }
        for (int from = 0; from < messages.size(); from += BATCH) {
            List<Map<String, Object>> batch = messages.subList(from, Math.min(messages.size(), from + BATCH));
            caller.send(batch.size(), batch);
        }
        await().until(() -> number("SELECT count(*) FROM customer") == SHOPPERS);

        CompletableFuture<String> first = CompletableFuture.supplyAsync(this::create);
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> first.isDone() || number("SELECT count(*) FROM drop_off_customer") > 0);
        stack.profiles().getFirst().kill();
        assertThat(listed()).isIn(0L, (long) DROPPED);
        stack.profiles().getFirst().restart();

        await().ignoreExceptions().until(() -> create().equals("dropped"));
        assertThat(listed()).isEqualTo(DROPPED);
        assertThat(create()).isEqualTo("dropped");
        assertThat(listed()).isEqualTo(DROPPED);
        assertThat(number("SELECT count(*) FROM drop_off_gathering")).isLessThanOrEqualTo(1);
        await().until(() ->
                number("SELECT count(*) FROM membership_change WHERE entered AND segment_id = 'dropped'") == DROPPED);
        assertThat(number("SELECT count(*) FROM customer WHERE segments = '{dropped}' AND id IN "
                        + "(SELECT 'shopper-' || 100 * n FROM generate_series(0, 104) AS n)"))
                .as("who went on to the cart")
                .isZero();
    }

    private static Map<String, Object> did(int shopper, String event, Instant at) {
        return message("track", Map.of("userId", "shopper-" + shopper, "event", event, "timestamp", at.toString()));
    }

    private String create() {
        return caller.answer(
                        "mutation($in: SegmentFromDropOffInput!) { segmentFromDropOff(input: $in) { id } }",
                        Map.of("in", input()))
                .getString("data.segmentFromDropOff.id");
    }

    private Map<String, Object> input() {
        return Map.of(
                "key",
                "k",
                "id",
                "dropped",
                "name",
                "Dropped",
                "step",
                1,
                "funnel",
                Map.of(
                        "steps",
                        List.of(Map.of("event", "Product Viewed"), Map.of("event", "Product Added")),
                        "window",
                        "P1D",
                        "from",
                        start.minusSeconds(1).toString(),
                        "to",
                        start.plusSeconds(3_600).toString()));
    }

    private long listed() {
        return number("SELECT count(*) FROM segment_listed");
    }

    private long number(String query) {
        try (Connection connection = stack.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2));
    }
}
