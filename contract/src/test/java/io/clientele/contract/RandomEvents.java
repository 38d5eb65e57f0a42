package io.clientele.contract;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Campaign;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.CustomerSnapshot;
import io.clientele.contract.event.Device;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Geo;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Page;
import io.clientele.contract.event.Product;
import io.clientele.contract.event.Times;

/**
 * Random valid events over small vocabularies, so that conditions over the same words often match, with the corners:
 * absent parts, several products, dots and blanks in keys, texts at the limits, times at the borders of windows.
 */
public final class RandomEvents {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final List<String> NAMES =
            List.of("Product Viewed", "Product Added", "Order Completed", "Page Viewed");
    public static final List<String> WORDS = List.of("red", "re", "Red", "grün", "😀😁", "1", "1.50", "true", "a\"b");
    public static final List<String> KEYS = List.of("color", "a.b", "a", "b", " ", "..", "é", "x-y");
    public static final List<Long> AMOUNTS = List.of(0L, 1L, 990_000L, 19_990_000L, -5_000_000L, Long.MAX_VALUE);
    public static final List<Long> NUMBERS = List.of(0L, 1L, 2L, 10L, 2_147_483_647L, 1_000_000_000L);

    /** The longest leaves that are searchable, and the shortest that are not. */
    public static final List<String> LONG_WORDS =
            List.of("l".repeat(1_024), "l".repeat(1_025), "😀".repeat(512), "😀".repeat(512) + "l");

    private static final int CUSTOMERS = 40;

    private final Random random;

    public RandomEvents(Random random) {
        this.random = random;
    }

    public Event next(String messageId) {
        EventType type = pick(List.of(EventType.values()));
        return Event.builder(messageId, type, customer(), times(), pick(List.of("shop", "app")))
                .name(type.named() ? pick(NAMES) : null)
                .previousId(maybeWord())
                .groupId(maybeWord())
                .sessionId(maybeWord())
                .channel(maybeWord())
                .device(new Device(maybeWord(), maybeWord()))
                .geo(new Geo(maybeWord(), maybeWord(), maybeWord(), maybeWord()))
                .page(new Page(maybeWord(), maybeWord(), maybeWord(), maybeNumber(), maybeNumber()))
                .products(products())
                .order(new Order(maybeWord(), maybeMoney(), maybeMoney(), maybeWord(), maybeWord(), maybeWord()))
                .campaign(new Campaign(maybeWord(), maybeWord(), maybeWord(), maybeWord()))
                .snapshot(new CustomerSnapshot(maybeWord(), maybeWord(), maybeWord(), maybeWord(), maybeWord()))
                .failureReason(maybeWord())
                .properties(free("properties"))
                .traits(free("traits"))
                .build();
    }

    public FreeFields free(String field) {
        return random.nextInt(4) == 0 ? FreeFields.NONE : FreeFields.of(field, object(1));
    }

    private CustomerId customer() {
        String id = "c" + random.nextInt(CUSTOMERS);
        return switch (random.nextInt(3)) {
            case 0 -> CustomerId.of(id, null);
            case 1 -> CustomerId.of(id, "device");
            default -> CustomerId.of(null, id);
        };
    }

    /** Half days around now: some later, and many exactly at a window's border. */
    private Times times() {
        Instant timestamp = NOW.minus(Duration.ofHours(12L * (random.nextInt(120) - 4)));
        Instant original = random.nextBoolean() ? timestamp.plusMillis(random.nextInt(100_000)) : null;
        return new Times(timestamp, timestamp.plusMillis(random.nextInt(1_000)), original, original);
    }

    private List<Product> products() {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(
                        _ -> new Product(maybeWord(), maybeWord(), maybeWord(), maybeWord(), maybeMoney(), quantity()))
                .toList();
    }

    private @Nullable Long quantity() {
        Long number = maybeNumber();
        return number == null || number > 1_000_000_000 ? null : number;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String key = pick(KEYS);
            switch (random.nextInt(10)) {
                case 0 -> object.put(key, random.nextBoolean());
                case 1 -> object.put(key, pick(NUMBERS));
                case 2 -> object.put(key, new BigDecimal(pick(List.of("1.50", "1.5", "1", "-0.1", "1E+30"))));
                case 3 -> object.putNull(key);
                case 4 -> object.set(key, array(depth));
                case 5 -> object.set(key, depth < FreeFields.MAX_DEPTH ? object(depth + 1) : array(depth));
                case 6 -> object.put(key, pick(LONG_WORDS));
                case 7 -> object.put(key, "");
                default -> object.put(key, pick(WORDS));
            }
        }
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            if (depth + 1 < FreeFields.MAX_DEPTH && random.nextInt(4) == 0) {
                array.add(object(depth + 2));
            } else {
                array.add(pick(WORDS));
            }
        }
        return array;
    }

    private @Nullable String maybeWord() {
        return random.nextInt(3) == 0 ? null : pick(WORDS);
    }

    private @Nullable Long maybeNumber() {
        return random.nextInt(3) == 0 ? null : pick(NUMBERS);
    }

    private @Nullable Money maybeMoney() {
        return random.nextInt(3) == 0 ? null : new Money(pick(AMOUNTS), "CNY");
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
