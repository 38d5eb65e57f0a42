package io.clientele.command.demo;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** What a campaign brought about, readable in a terminal. */
final class ResultsText {

    private ResultsText() {}

    /** The decisions, both groups, and the difference that the campaign made. */
    static List<String> lines(JsonNode results) {
        List<String> lines = new ArrayList<>();
        lines.add("\nWhat it decided, and why");
        results.path("decisions")
                .forEach(one -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-12s %-18s %,6d",
                        one.path("decision").asText(),
                        one.path("reason").asText("").replace("null", ""),
                        one.path("contacts").asLong())));
        lines.add("\nWhat it brought about");
        lines.add("               customers  converted     rate     revenue a head");
        group(lines, "contacted", results.path("treated"));
        group(lines, "control", results.path("control"));
        JsonNode lift = results.path("conversionLift");
        if (lift.hasNonNull("value")) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  lift %+.1f percentage points (%+.1f to %+.1f with 95 %% confidence)",
                    100 * lift.path("value").asDouble(),
                    100 * lift.path("low").asDouble(),
                    100 * lift.path("high").asDouble()));
        }
        lines.add("  cost " + money(results.path("cost")) + ", return on it " + roi(results));
        return lines;
    }

    private static void group(List<String> lines, String name, JsonNode group) {
        lines.add(String.format(
                Locale.ROOT,
                "  %-12s %,9d  %,9d  %6.1f %%     %s",
                name,
                group.path("customers").asLong(),
                group.path("converted").asLong(),
                100 * group.path("conversionRate").asDouble(),
                money(group.path("revenuePerCustomer"))));
    }

    /** Who a customer is, what it was told and given, and what the campaign behind it brought about. */
    static List<String> customer(JsonNode customer) {
        List<String> lines = new ArrayList<>();
        lines.add("  Customer     " + customer.path("id").asText() + ", "
                + customer.at("/value/tier").asText("not ranked").toLowerCase(Locale.ROOT) + ", churn risk "
                + customer.at("/churn/risk").asText("unknown").toLowerCase(Locale.ROOT));
        customer.path("inbox").forEach(message -> {
            lines.add("  Inbox        " + message.path("subject").asText());
            lines.add("               " + message.path("body").asText());
        });
        customer.path("offers")
                .forEach(offer ->
                        lines.add("  Coupon       " + offer.path("code").asText() + ", "
                                + offer.path("name").asText() + ", until "
                                + offer.path("expiresAt").asText("further notice")));
        customer.at("/contacts/edges").forEach(edge -> lines.add(effect(edge.path("node"))));
        return lines;
    }

    private static String effect(JsonNode contact) {
        JsonNode campaign = contact.path("campaign");
        return "  Past effect  " + campaign.path("name").asText() + ": return on its cost "
                + roi(campaign.path("results"));
    }

    private static String roi(JsonNode results) {
        return results.hasNonNull("roi")
                ? String.format(Locale.ROOT, "%.1f", results.path("roi").asDouble())
                : "not known yet";
    }

    private static String money(JsonNode money) {
        return money.hasNonNull("amount")
                ? money.path("amount").decimalValue().setScale(2, RoundingMode.HALF_UP) + " "
                        + money.path("currency").asText()
                : "none";
    }
}
