package io.clientele.bench;

import java.util.List;
import java.util.Map;

/** Conditions as marketers write them. Each round asks for other values, so that no answer lies ready in a cache. */
enum PreviewConditions {
    TIER_AND_RECENCY("tier and days since the last order") {
        @Override
        Map<String, ?> condition(int round) {
            return and(
                    customer("value_tier", "ANY_OF", "loyal", "at_risk_high_value"),
                    customer("recency_days", "AT_MOST", Integer.toString(10 + round)));
        }
    },
    LEFT_CARTS("put into the cart twice and not bought, in some days") {
        @Override
        Map<String, ?> condition(int round) {
            return and(did("Product Added", 2, 2 + round % 60), not(did("Order Completed", 1, 2 + round % 60)));
        }
    },
    TRAIT_AND_PLACE("trait, city tier, order value") {
        @Override
        Map<String, ?> condition(int round) {
            return and(
                    trait("membership", "gold", "silver"),
                    customer("city_tier", "ANY_OF", "tier_1", "new_tier_1"),
                    customer("aov", "GREATER", Integer.toString(100 + round)));
        }
    },
    NESTED("tier or trait and behaviour; neither at risk nor a recent buyer") {
        @Override
        Map<String, ?> condition(int round) {
            return and(
                    or(
                            customer("value_tier", "ANY_OF", "loyal"),
                            and(trait("membership", "gold"), did("Product Viewed", 3, 10 + round % 60))),
                    not(or(
                            customer("risk", "ANY_OF", "high", "medium"),
                            did("Order Completed", 1, 3 + round % 14),
                            not(customer("kind", "ANY_OF", "user")))));
        }
    },
    BUCKET("a tenth of all, by chance, who came lately") {
        @Override
        Map<String, ?> condition(int round) {
            return and(
                    Map.of("bucket", Map.of("salt", "spring-" + round, "from", 0, "to", 1_000)),
                    customer("days_since_last_visit", "AT_MOST", Integer.toString(5 + round)));
        }
    };

    private final String label;

    PreviewConditions(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract Map<String, ?> condition(int round);

    static Map<String, ?> did(String event, int atLeast, int withinDays) {
        return Map.of("behaviour", Map.of("event", event, "atLeast", atLeast, "withinDays", withinDays));
    }

    private static Map<String, ?> and(Map<?, ?>... conditions) {
        return Map.of("and", List.of(conditions));
    }

    private static Map<String, ?> or(Map<?, ?>... conditions) {
        return Map.of("or", List.of(conditions));
    }

    private static Map<String, ?> not(Map<String, ?> condition) {
        return Map.of("not", condition);
    }

    private static Map<String, ?> customer(String field, String operator, String... values) {
        return Map.of("customer", Map.of("field", field, "operator", operator, "values", List.of(values)));
    }

    private static Map<String, ?> trait(String name, String... values) {
        return Map.of("trait", Map.of("name", name, "operator", "ANY_OF", "values", List.of(values)));
    }
}
