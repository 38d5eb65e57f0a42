package io.clientele.system.crash;

import java.io.UncheckedIOException;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Ten campaigns over what a {@link Crowd} does, of every trigger that customers pull themselves, and every way to enter again.
 * None has caps or hours. Where a limit, a stock or a budget ends, who was first tells who is contacted, and only how many are is
 * foretold.
 */
enum TenCampaigns {
    /** Whoever adds something for the home, once and as long as there is money. */
    FIRST(
            event("Product Added", property("product.category", "ANY_OF", "home")),
            "\"budget\":{\"total\":300,\"currency\":\"CNY\"},",
            0,
            two(costly())),

    /** Each dear thing that is added, by way of a webhook. */
    EACH(
            event("Product Added", property("product.price", "AT_LEAST", "200")),
            "\"reentry\":{\"always\":true},",
            0.1,
            three()),

    /** Whatever is added, but not so soon again. */
    AFTER(event("Product Added", ""), "\"reentry\":{\"after\":\"PT7S\"},", 0.3, two()),

    /** Each checkout that no order follows. */
    UNPAID(
            event("Checkout Started", ""),
            waiting() + "\"until\":[{\"event\":\"Order Completed\"}],\"reentry\":{\"always\":true},",
            0.1,
            two()),

    /** The first checkout that no great order follows. */
    UNPAID_ONCE(
            event("Checkout Started", ""),
            waiting() + "\"until\":[{\"event\":\"Order Completed\"" + property("order.revenue", "AT_LEAST", "200")
                    + "}],",
            0,
            two()),

    /** Whoever comes to have looked at three products. */
    ENTERED("{\"segmentEntered\":\"lookers\"}", "\"reentry\":{\"always\":true},", 0.2, two()),

    /** Whoever has looked at something and then does not for a while, once. */
    SILENT("{\"inactivity\":{\"after\":{\"event\":\"Product Viewed\"},\"lasting\":\"PT20S\"}}", "", 0.1, two()),

    /** A coupon for each look at something beautiful, two a customer. */
    LIMITED(
            event("Product Viewed", property("product.category", "ANY_OF", "beauty")),
            "\"reentry\":{\"always\":true},",
            0.2,
            one("limited")),

    /** A coupon for whoever adds something for sports, as long as there are any. */
    SCARCE(event("Product Added", property("product.category", "ANY_OF", "sports")), "", 0, one("scarce")),

    /** A coupon for each video that somebody of the gold tier sees, and nothing for others; counted into a budget. */
    GOLDEN(
            event("Video Watched", ""),
            "\"audience\":{\"segment\":\"gold\"},\"budget\":{\"total\":100000000,\"currency\":\"CNY\"},\"reentry\":{\"always\":true},",
            0.1,
            one("golden"));

    /** How long the campaigns with an {@code until} wait. */
    static final Duration WAIT = Duration.ofSeconds(30);

    /** How soon one may not enter {@link #AFTER} again. */
    static final Duration PAUSE = Duration.ofSeconds(7);

    /** Coupons of {@link #LIMITED} that one customer can have. */
    static final int LIMIT = 2;

    /** Coupons of {@link #SCARCE} that there are. */
    static final int STOCK = 150;

    /** Contacts that the budget of {@link #FIRST} lasts for. */
    static final int AFFORDABLE = 200;

    /** What is taken off by each coupon, in whole units. */
    static final int OFF = 20;

    /** What must be bought for it, likewise. */
    static final int MIN_SPEND = 50;

    static final long MILLIONTHS = 1_000_000;

    /** The id of the webhook that messages of {@link #EACH} go to. */
    static final String WEBHOOK = "messages";

    private final String trigger;
    private final String more;
    private final double control;
    private final String variants;

    TenCampaigns(String trigger, String more, double control, String variants) {
        this.trigger = trigger;
        this.more = more;
        this.control = control;
        this.variants = variants;
    }

    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The share that is not contacted. */
    double control() {
        return control;
    }

    /** The input of {@code saveCampaign}. */
    ObjectNode input() {
        String all = """
                {"key":"campaign-%s","id":"%s","name":"%s","trigger":%s,%s"control":%s,"variants":[%s],
                "goal":{"event":{"event":"Order Completed"},"within":"P7D"}}""".formatted(id(), id(), id(), trigger, more, Double.toString(control), variants);
        try {
            return (ObjectNode) new ObjectMapper().readTree(all);
        } catch (JsonProcessingException ours) {
            throw new UncheckedIOException(ours);
        }
    }

    private static String waiting() {
        return "\"delay\":\"PT30S\",";
    }

    private static String event(String name, String where) {
        return "{\"event\":{\"event\":\"%s\"%s}}".formatted(name, where);
    }

    private static String property(String field, String operator, String value) {
        return ",\"where\":{\"property\":{\"field\":\"%s\",\"operator\":\"%s\",\"values\":[\"%s\"]}}"
                .formatted(field, operator, value);
    }

    private static String two() {
        return two("");
    }

    private static String two(String more) {
        return variant("a", 1, "INBOX", more) + "," + variant("b", 1, "INBOX", more);
    }

    private static String three() {
        String webhook = ",\"webhook\":\"" + WEBHOOK + "\"";
        return variant("a", 1, "WEBHOOK", webhook) + "," + variant("b", 2, "WEBHOOK", webhook) + ","
                + variant("c", 5, "WEBHOOK", webhook);
    }

    private static String one(String benefit) {
        return variant("a", 1, "INBOX", costly() + ",\"benefit\":\"" + benefit + "\"");
    }

    private static String costly() {
        return ",\"cost\":1.5";
    }

    private static String variant(String name, int weight, String channel, String more) {
        return "{\"name\":\"%s\",\"weight\":%d,\"channel\":\"%s\",\"subject\":\"Hello\",\"body\":\"Come and see.\"%s}"
                .formatted(name, weight, channel, more);
    }
}
