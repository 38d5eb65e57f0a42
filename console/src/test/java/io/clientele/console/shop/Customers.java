package io.clientele.console.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Customers of the made-up shop. */
public final class Customers {

    private static final String SEEN = "2026-11-09T13:44:07.084Z";

    private Customers() {}

    static List<Map<String, Object>> some() {
        return IntStream.range(900, 925)
                .mapToObj(number -> card("customer-" + number))
                .toList();
    }

    /** A loyal customer who could leave. */
    public static Map<String, Object> card(String id) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("id", id);
        card.put("traits", "{\"age_band\":\"25-35\",\"city\":\"Zunyi\",\"gender\":\"female\",\"region\":\"Guizhou\"}");
        card.put("tags", List.of("Guizhou · apparel · middle spend", "worth-winning-back"));
        card.put("compositeTag", "Guizhou · apparel · middle spend");
        card.put("place", Map.of("city", "Zunyi", "region", "Guizhou"));
        card.put(
                "identity",
                Map.of("nodes", List.of(id, "anon:d1"), "devices", List.of(Map.of("id", "anon:d1", "lastSeen", SEEN))));
        card.put(
                "value",
                Map.of(
                        "tier", "LOYAL",
                        "frequencyClass", "REGULAR",
                        "spendingPower", "MIDDLE",
                        "rfm",
                                Map.of(
                                        "code",
                                        "555",
                                        "recencyDays",
                                        13,
                                        "frequency",
                                        12,
                                        "monetary",
                                        UsualAnswers.money(8_435.9))));
        card.put(
                "lifecycle",
                Map.of("stage", "LOYAL", "evidence", List.of(evidence("orders", 12), evidence("cycle_days", 6))));
        card.put("churn", churn());
        card.put("facts", facts());
        card.put("segments", List.of(Map.of("id", "heavy-carters", "name", "Heavy carters")));
        card.put("journey", journey());
        card.put("offers", List.of(Contacts.coupon("USABLE")));
        card.put("inbox", List.of(Contacts.message()));
        card.put("contacts", Contacts.page(null));
        return card;
    }

    /** The same, but no campaign has decided anything about it. */
    public static Map<String, Object> untouched(String id) {
        Map<String, Object> card = card(id);
        card.put("offers", List.of());
        card.put("inbox", List.of());
        card.put("contacts", Contacts.none());
        return card;
    }

    static List<Map<String, Object>> rfm() {
        return IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMap(recency -> IntStream.rangeClosed(1, 5)
                        .filter(frequency -> recency + frequency > 2)
                        .mapToObj(frequency -> Map.<String, Object>of(
                                "recency", recency,
                                "frequency", frequency,
                                "portion",
                                        UsualAnswers.portion(
                                                recency * frequency * 11,
                                                recency * frequency / 300.0,
                                                recency * frequency / 250.0))))
                .toList();
    }

    private static Map<String, Object> evidence(String fact, double value) {
        return Map.of("fact", fact, "value", value);
    }

    private static Map<String, Object> churn() {
        return Map.of(
                "risk",
                "HIGH",
                "probability",
                70,
                "valueAtRisk",
                UsualAnswers.money(5_905.13),
                "signals",
                List.of(
                        Map.of(
                                "kind",
                                "SILENT",
                                "since",
                                SEEN,
                                "evidence",
                                List.of(evidence("days_since_last_visit", 13))),
                        Map.of(
                                "kind",
                                "CART_UNPAID",
                                "since",
                                SEEN,
                                "evidence",
                                List.of(evidence("cart_products", 16)))));
    }

    private static Map<String, Object> facts() {
        return Map.of(
                "asOf", SEEN,
                "orders", orders(),
                "cart", Map.of("pieces", 16, "ageDays", 82, "value", UsualAnswers.money(3_041.4)),
                "visits",
                        Map.of(
                                "visits",
                                58,
                                "daysActive",
                                41,
                                "dwellMs",
                                4_920_000,
                                "firstSeen",
                                "2026-08-27T08:00:00Z",
                                "lastSeen",
                                SEEN),
                "preferences", preferences());
    }

    private static Map<String, Object> orders() {
        return Map.of(
                "count",
                12,
                "first",
                "2026-08-28T08:00:00Z",
                "last",
                SEEN,
                "cycleDays",
                6,
                "revenue",
                UsualAnswers.money(8_435.9),
                "meanValue",
                UsualAnswers.money(702.99),
                "refunded",
                UsualAnswers.money(0));
    }

    private static Map<String, Object> preferences() {
        return Map.of(
                "activeHour", 13,
                "categories", List.of("apparel", "daily-goods", "home"),
                "channel", "third_party",
                "device", "mobile",
                "os", "Android",
                "priceBand", "100-200",
                "hours",
                        IntStream.range(0, 24)
                                .mapToObj(hour -> hour == 13 ? 40 : hour % 5)
                                .toList());
    }

    private static Map<String, Object> journey() {
        return Map.of(
                "pageInfo", UsualAnswers.page(true),
                "edges",
                        Stream.of(
                                        "Order Completed",
                                        "Payment Info Entered",
                                        "Checkout Started",
                                        "Product Added",
                                        "Product Viewed")
                                .map(event -> Map.of("node", event(event)))
                                .toList());
    }

    private static Map<String, Object> event(String name) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", "message-" + name);
        event.put("time", SEEN);
        event.put("type", "track");
        event.put("event", name);
        event.put("channel", "third_party");
        event.put("device", Map.of("type", "mobile"));
        event.put("page", Map.of());
        event.put("order", name.startsWith("Order") ? Map.of("revenue", UsualAnswers.money(793.6)) : Map.of());
        event.put(
                "products",
                List.of(Map.of("name", "Everlake Coat 15", "quantity", 3, "price", UsualAnswers.money(205.9))));
        return event;
    }
}
