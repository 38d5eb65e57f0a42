package io.clientele.command.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static io.clientele.command.demo.Words.count;
import static io.clientele.command.demo.Words.day;
import static io.clientele.command.demo.Words.duration;
import static io.clientele.command.demo.Words.evidence;
import static io.clientele.command.demo.Words.join;
import static io.clientele.command.demo.Words.money;
import static io.clientele.command.demo.Words.plain;

/** What is known of a customer, readable in a terminal. */
final class CardText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> lines = new ArrayList<>();
    private final JsonNode customer;

    private CardText(JsonNode customer) {
        this.customer = customer;
    }

    /**
     * Shows a customer.
     *
     * @param data the answer to {@link Questions#card()}
     */
    static List<String> lines(JsonNode data) {
        CardText text = new CardText(data.path("customer"));
        text.who();
        text.deeds(text.customer.path("facts"));
        text.worth(text.customer.path("value"));
        text.churn(text.customer.path("churn"));
        text.groups(data.at("/explain/sentence").asText());
        return text.lines;
    }

    private void who() {
        row("Customer", customer.path("id").asText());
        row("Traits", traits(customer.path("traits").asText()));
        JsonNode identity = customer.path("identity");
        List<String> devices = new ArrayList<>();
        identity.path("devices").forEach(device -> devices.add(device.path("id").asText()));
        row(
                "Known as",
                join(", ", identity.path("nodes")) + (devices.isEmpty() ? "" : "; on " + String.join(", ", devices)));
    }

    private void deeds(JsonNode facts) {
        JsonNode visits = facts.path("visits");
        JsonNode preferences = facts.path("preferences");
        row(
                "Visits",
                count(visits.path("visits"), "visit") + " on " + count(visits.path("daysActive"), "day") + ", "
                        + duration(visits.path("dwellMs")) + ", " + day(visits.path("firstSeen")) + " to "
                        + day(visits.path("lastSeen")));
        row("", mostly(preferences));
        JsonNode orders = facts.path("orders");
        if (orders.path("count").asLong() > 0) {
            row(
                    "Orders",
                    count(orders.path("count"), "order") + " for " + money(orders.path("revenue")) + ", the last on "
                            + day(orders.path("last")) + cycle(orders.path("cycleDays")));
        } else {
            row("Orders", "none");
        }
        JsonNode cart = facts.path("cart");
        row(
                "Cart",
                cart.path("pieces").asLong() == 0
                        ? "empty"
                        : count(cart.path("pieces"), "piece") + " for " + money(cart.path("value")) + ", held for "
                                + count(cart.path("ageDays"), "day"));
        JsonNode categories = preferences.path("categories");
        if (!categories.isEmpty()) {
            row(
                    "Prefers",
                    join(", ", categories)
                            + (preferences.path("priceBand").isTextual()
                                    ? "; prices of "
                                            + preferences.path("priceBand").asText()
                                    : ""));
        }
    }

    private static String mostly(JsonNode preferences) {
        List<String> most = new ArrayList<>();
        for (String field : List.of("channel", "device", "os")) {
            if (preferences.path(field).isTextual()) {
                most.add(preferences.path(field).asText());
            }
        }
        String hour = preferences.path("activeHour").isNumber()
                ? String.format(
                        Locale.ROOT,
                        "best reached at %02d h",
                        preferences.path("activeHour").asInt())
                : "";
        return "mostly " + String.join(", ", most) + (hour.isEmpty() ? "" : "; " + hour);
    }

    private static String cycle(JsonNode days) {
        return days.isNumber() ? String.format(Locale.ROOT, ", usually every %.0f days", days.asDouble()) : "";
    }

    private void worth(JsonNode value) {
        JsonNode rfm = value.path("rfm");
        row(
                "Value tier",
                plain(value.path("tier"))
                        + (rfm.path("code").isTextual()
                                ? ", RFM " + rfm.path("code").asText()
                                : ""));
        if (rfm.path("recencyDays").isNumber()) {
            row(
                    "",
                    "last order " + count(rfm.path("recencyDays"), "day") + " ago; "
                            + count(rfm.path("frequency"), "order") + " for " + money(rfm.path("monetary"))
                            + " in a year; " + plain(value.path("frequencyClass")) + " frequency, "
                            + plain(value.path("spendingPower")) + " spending");
        }
        JsonNode lifecycle = customer.path("lifecycle");
        String why = evidence(lifecycle.path("evidence"));
        row("Lifecycle", plain(lifecycle.path("stage")) + (why.isEmpty() ? "" : ": " + why));
    }

    private void churn(JsonNode churn) {
        row(
                "Churn risk",
                plain(churn.path("risk")) + ", " + churn.path("probability").asInt() + " %, "
                        + money(churn.path("valueAtRisk")) + " at stake");
        for (JsonNode signal : churn.path("signals")) {
            String since = signal.path("since").isTextual() ? ", since " + day(signal.path("since")) : "";
            row("", plain(signal.path("kind")) + ": " + evidence(signal.path("evidence")) + since);
        }
    }

    private void groups(String explanation) {
        row("Tags", none(join(", ", customer.path("tags"))));
        JsonNode segments = customer.path("segments");
        if (segments.isEmpty()) {
            row("Segments", "none");
        }
        String label = "Segments";
        for (JsonNode segment : segments) {
            row(
                    label,
                    segment.path("name").asText() + " (" + count(segment.at("/members/totalCount"), "customer") + ")");
            label = "";
        }
        if (!explanation.isEmpty()) {
            row("", explanation);
        }
    }

    private void row(String label, String text) {
        lines.add("  %-12s %s".formatted(label, text).stripTrailing());
    }

    private static String none(String text) {
        return text.isEmpty() ? "none" : text;
    }

    private static String traits(String json) {
        try {
            List<String> traits = new ArrayList<>();
            for (Map.Entry<String, JsonNode> trait : JSON.readTree(json).properties()) {
                JsonNode value = trait.getValue();
                traits.add(trait.getKey().replace('_', ' ') + " " + (value.isValueNode() ? value.asText() : value));
            }
            return none(String.join(", ", traits));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema says that traits are JSON", e);
        }
    }
}
