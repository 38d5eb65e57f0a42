package io.clientele.console.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What campaigns of the made-up shop brought about. */
public final class Results {

    private Results() {}

    /** Far more of the contacted convert, and the interval is above nothing. */
    public static Map<String, Object> provenBetter() {
        return results(group(1_800, 270), group(200, 12), estimate(0.09, 0.05, 0.13));
    }

    /** A few customers, of whom nothing can be said. */
    public static Map<String, Object> unsure() {
        return results(group(18, 3), group(2, 0), estimate(0.16, -0.3, 0.4));
    }

    /** Nobody to compare with. */
    public static Map<String, Object> withoutControl() {
        return results(group(18, 3), group(0, 0), null);
    }

    /** Launched, and nobody entered. */
    public static Map<String, Object> nobody() {
        return results(group(0, 0), group(0, 0), null);
    }

    private static Map<String, Object> results(
            Map<String, Object> treated, Map<String, Object> control, @Nullable Map<String, Object> lift) {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("asOf", "2026-11-22T12:00:00Z");
        results.put("treated", treated);
        results.put("control", control);
        results.put("heldOut", group(0, 0));
        results.put("variants", List.of(Map.of("variant", "a", "group", treated)));
        results.put(
                "decisions",
                List.of(
                        decision("CONTROL", null, 200),
                        decision("SENT", null, 1_800),
                        decision("SUPPRESSED", "CAPPED", 41)));
        results.put("conversionLift", lift);
        results.put("revenueLift", lift == null ? null : estimate(45, -12.5, 102.5));
        results.put("incrementalConversions", lift == null ? null : estimate(162, 90, 234));
        results.put("incrementalRevenue", lift == null ? null : estimate(81_000, -22_500, 184_500));
        results.put("cost", UsualAnswers.money(3_600));
        results.put("contactCost", UsualAnswers.money(900));
        results.put("benefitCost", UsualAnswers.money(2_700));
        results.put("roi", 4.2);
        results.put("revenuePerCost", 5.2);
        results.put("attributedOrders", 240);
        results.put("attributedRevenue", UsualAnswers.money(120_400));
        results.put("method", "Newcombe's interval of the difference of two proportions.");
        return results;
    }

    private static Map<String, Object> group(int customers, int converted) {
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("customers", customers);
        group.put("converted", converted);
        group.put("conversionRate", customers == 0 ? null : (double) converted / customers);
        group.put("orders", converted);
        group.put("revenue", UsualAnswers.money(converted * 500.0));
        group.put("averageOrderValue", converted == 0 ? null : UsualAnswers.money(500));
        group.put("revenuePerCustomer", customers == 0 ? null : UsualAnswers.money(converted * 500.0 / customers));
        return group;
    }

    private static Map<String, Object> estimate(double value, double low, double high) {
        return Map.of("value", value, "low", low, "high", high, "pValue", 0.001, "confidence", 0.95);
    }

    private static Map<String, Object> decision(String decision, @Nullable String reason, int contacts) {
        Map<String, Object> count = new LinkedHashMap<>();
        count.put("decision", decision);
        count.put("reason", reason);
        count.put("contacts", contacts);
        return count;
    }
}
