package io.clientele.console.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import graphql.schema.DataFetchingEnvironment;

/** What the made-up shop answers unless told otherwise: a shop that does well. */
final class UsualAnswers {

    private UsualAnswers() {}

    static @Nullable Object to(String field, DataFetchingEnvironment environment) {
        return switch (field) {
            case "sales" -> sales(environment);
            case "traffic" -> traffic();
            case "funnel" -> funnel(environment);
            case "valueTiers" -> tiers();
            case "lifecycle" -> stages();
            case "churnWatch" -> connection(List.of(Customers.card("customer-915"), Customers.card("customer-40")));
            case "customers" -> connection(Customers.some());
            case "customer" -> customer(environment);
            case "explain" ->
                Map.of(
                        "sentence",
                        "customer-915 belongs to Heavy carters: cart_items is at least 3 (it has 16): yes.",
                        "member",
                        true);
            case "rfm" -> Customers.rfm();
            case "segments" -> Segments.all();
            case "segment" -> Segments.one(argument(environment, "id"));
            case "segmentFromDropOff" -> Segments.made(argument(environment, "input"));
            case "campaigns" -> Campaigns.all();
            case "campaign" ->
                Campaigns.one(
                        argument(environment, "id"), environment.getVariables().get("after"));
            case "dryRun" ->
                DryRuns.ID.equals(argument(environment, "id")) ? DryRuns.done("SEGMENT_MEMBERS_OF_TODAY") : null;
            case "startDryRun", "cancelDryRun" -> DryRuns.at("RUNNING", 0);
            case "sendTest" -> Contacts.test();
            case "sending" -> Map.of("stopped", false);
            case "setSending" -> Map.of("stopped", environment.getArguments().get("stopped"));
            case "benefits" -> List.of();
            case "playbooks" -> Campaigns.playbooks();
            case "campaignFromPlaybook", "campaignFromSegment" -> Campaigns.saved(argument(environment, "input"));
            case "saveCampaign" -> Campaigns.saved(argument(environment, "input"));
            case "launchCampaign", "pauseCampaign", "endCampaign" -> Campaigns.one(argument(environment, "id"));
            default -> throw new IllegalStateException("the made-up shop does not know " + field);
        };
    }

    static Map<String, Object> money(double amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    static Map<String, Object> connection(List<Map<String, Object>> nodes) {
        return Map.of(
                "totalCount", nodes.size(),
                "pageInfo", page(false),
                "edges", nodes.stream().map(node -> Map.of("node", node)).toList());
    }

    static Map<String, Object> page(boolean more) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("hasNextPage", more);
        page.put("hasPreviousPage", false);
        page.put("startCursor", "first");
        page.put("endCursor", "last");
        return page;
    }

    private static Map<String, Object> sales(DataFetchingEnvironment environment) {
        boolean now = "now".equals(environment.getField().getAlias());
        return Map.of(
                "customers",
                now ? 1_204 : 1_310,
                "orders",
                now ? 1_893 : 1_702,
                "eventsWithoutOrder",
                0,
                "exact",
                true,
                "revenue",
                List.of(money(now ? 1_024_330.5 : 960_112)),
                "averageOrderValue",
                List.of(money(now ? 541.12 : 564.11)));
    }

    private static Map<String, Object> traffic() {
        Instant start = Instant.parse("2026-10-24T00:00:00Z");
        return Map.of(
                "zone", "UTC",
                "total", visits(41_200, 52_310, 310_400),
                "buckets",
                        IntStream.range(0, 30)
                                .mapToObj(day -> Map.of(
                                        "start",
                                                start.plus(Duration.ofDays(day)).toString(),
                                        "visits",
                                                visits(
                                                        1_300 + day % 7 * 90,
                                                        1_700 + day % 7 * 110,
                                                        9_400 + day % 7 * 700)))
                                .toList());
    }

    private static Map<String, Object> visits(int visitors, int sessions, int pageViews) {
        return Map.of("visitors", visitors, "sessions", sessions, "pageViews", pageViews);
    }

    private static Map<String, Object> funnel(DataFetchingEnvironment environment) {
        Map<String, Object> input = argument(environment, "input");
        List<Map<String, Object>> steps = named(input, "steps");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("steps", steps(steps, 4_504));
        answer.put(
                "breakdown",
                input.get("breakdown") == null
                        ? null
                        : List.of(
                                part("app", steps, 2_100),
                                part("mini_program", steps, 1_400),
                                part("pc", steps, 1_004)));
        answer.put("breakdownTruncated", false);
        return answer;
    }

    private static Map<String, Object> part(String value, List<Map<String, Object>> steps, int start) {
        return Map.of("value", value, "steps", steps(steps, start));
    }

    /** Each step keeps half of those before. */
    private static List<Map<String, Object>> steps(List<Map<String, Object>> steps, int start) {
        return IntStream.range(0, steps.size())
                .mapToObj(index -> Map.of(
                        "name",
                        steps.get(index).get("event"),
                        "count",
                        start >> index,
                        "conversionFromStart",
                        (double) (start >> index) / start,
                        "conversionFromPrevious",
                        index == 0 ? 1.0 : (double) (start >> index) / (start >> (index - 1))))
                .toList();
    }

    private static List<Map<String, Object>> tiers() {
        return List.of(
                Map.of("tier", "LOYAL", "portion", portion(420, 0.07, 0.41)),
                Map.of("tier", "GROWING", "portion", portion(1_310, 0.22, 0.36)),
                Map.of("tier", "AT_RISK_HIGH_VALUE", "portion", portion(210, 0.035, 0.18)),
                Map.of("tier", "POTENTIAL_CHURN", "portion", portion(560, 0.093, 0.05)),
                Map.of("tier", "NONE", "portion", portion(3_500, 0.582, 0)));
    }

    private static List<Map<String, Object>> stages() {
        return List.of(
                Map.of("stage", "NEW", "portion", portion(800, 0.133, 0.1)),
                Map.of("stage", "POTENTIAL", "portion", portion(2_000, 0.333, 0)),
                Map.of("stage", "INTENT", "portion", portion(1_500, 0.25, 0)),
                Map.of("stage", "ACTIVE", "portion", portion(900, 0.15, 0.38)),
                Map.of("stage", "LOYAL", "portion", portion(420, 0.07, 0.41)),
                Map.of("stage", "DORMANT", "portion", portion(380, 0.063, 0.11)));
    }

    static Map<String, Object> portion(int customers, double share, double revenueShare) {
        return Map.of(
                "customers", customers,
                "customerShare", share,
                "revenueShare", revenueShare,
                "revenue", money(1_024_330.5 * revenueShare));
    }

    private static @Nullable Object customer(DataFetchingEnvironment environment) {
        String id = argument(environment, "id");
        return "nobody".equals(id) ? null : Customers.card(id);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T argument(DataFetchingEnvironment environment, String name) {
        return named(environment.getArguments(), name);
    }

    /** The schema says what is there, and of which type. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T named(Map<String, Object> input, String name) {
        return (T) Objects.requireNonNull(input.get(name));
    }
}
