package io.clientele.loader.demoshop;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.loader.Gathered;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** Measures the stream as an analyst would, from the messages alone. */
final class MeasuredShop {

    private static final Duration NINETY_DAYS = Duration.ofDays(90);

    private final Instant end;
    private final Map<String, Shopper> shoppers = new LinkedHashMap<>();
    private final Map<String, Double> advertising = new HashMap<>();
    private final List<Integer> answerSeconds = new ArrayList<>();

    /** Steps and causes as a visit met them. */
    private enum Mark {
        DETAIL,
        CART,
        CHECKOUT,
        PAID,
        SLOW_PAGE,
        IRRELEVANT,
        NO_IMAGES,
        NO_REVIEWS,
        NO_COMPARISON,
        OUT_OF_STOCK,
        MISSING_METHOD,
        PAYMENT_FAILED
    }

    private record Order(Instant time, double revenue, List<String> categories) {}

    private static final class Shopping {
        private final Instant start;
        private final Map<Mark, Boolean> marks = new EnumMap<>(Mark.class);

        private Shopping(Instant start) {
            this.start = start;
        }

        private boolean met(Mark mark) {
            return marks.containsKey(mark);
        }

        private void mark(Mark mark, boolean met) {
            if (met) {
                marks.put(mark, true);
            }
        }
    }

    private static final class Shopper {
        private String channel = "";
        private String os = "";
        private String tier = "";
        private String age = "";
        private String gender = "";
        private double dwell;
        private int dwells;
        private final Map<String, Shopping> visits = new LinkedHashMap<>();
        private final Map<String, Order> orders = new LinkedHashMap<>();

        private double revenue() {
            return orders.values().stream().mapToDouble(Order::revenue).sum();
        }

        private Instant last() {
            return orders.values().stream()
                    .map(Order::time)
                    .max(Instant::compareTo)
                    .orElseThrow();
        }

        private boolean met(Mark mark) {
            return visits.values().stream().anyMatch(visit -> visit.met(mark));
        }
    }

    MeasuredShop(DemoShop shop) {
        this.end = shop.end();
        try (Rows rows = shop.open()) {
            rows.forEachRemaining(row -> add(Gathered.json(((Row.Message) row).json())));
        }
    }

    private void add(JsonNode message) {
        String event = message.path("event").asText();
        JsonNode properties = message.path("properties");
        if (event.equals("Advertising Spent")) {
            advertising.merge(
                    properties.get("channel").asText(), properties.get("cost").asDouble(), Double::sum);
            return;
        }
        Shopper shopper = shoppers.computeIfAbsent(message.get("anonymousId").asText(), id -> new Shopper());
        JsonNode context = message.get("context");
        shopper.channel = context.get("channel").asText();
        shopper.os = context.at("/os/name").asText();
        shopper.tier = context.at("/location/city_tier").asText();
        if (context.has("traits")) {
            shopper.age = context.at("/traits/age_band").asText();
            shopper.gender = context.at("/traits/gender").asText();
        }
        Instant time = Instant.parse(message.get("timestamp").asText());
        Shopping visit = shopper.visits.computeIfAbsent(context.get("sessionId").asText(), id -> new Shopping(time));
        if (properties.has("dwell_ms")) {
            shopper.dwell += properties.get("dwell_ms").asDouble();
            shopper.dwells++;
        }
        add(event, properties, shopper, visit, time);
    }

    private void add(String event, JsonNode properties, Shopper shopper, Shopping visit, Instant time) {
        switch (event) {
            case "Product Viewed" -> {
                visit.mark(Mark.DETAIL, true);
                visit.mark(Mark.SLOW_PAGE, properties.get("load_ms").asInt() > 3_000);
                visit.mark(
                        Mark.IRRELEVANT,
                        properties.get("recommendation").asText().equals("irrelevant"));
                visit.mark(Mark.OUT_OF_STOCK, !properties.get("in_stock").asBoolean());
                visit.mark(Mark.NO_IMAGES, properties.path("images").asInt(1) == 0);
                visit.mark(Mark.NO_REVIEWS, properties.path("reviews").asInt(1) == 0);
                visit.mark(
                        Mark.NO_COMPARISON, !properties.path("price_comparison").asBoolean(true));
            }
            case "Product Added" -> visit.mark(Mark.CART, true);
            case "Checkout Started" -> {
                visit.mark(Mark.CHECKOUT, true);
                visit.mark(Mark.MISSING_METHOD, properties.has("missing_payment_method"));
            }
            case "Payment Failed" -> visit.mark(Mark.PAYMENT_FAILED, true);
            case "Order Completed" -> {
                visit.mark(Mark.PAID, true);
                shopper.orders.put(properties.get("order_id").asText(), order(properties, time));
            }
            case "Order Cancelled" ->
                shopper.orders.remove(properties.get("order_id").asText());
            case "Support Ticket Answered" ->
                answerSeconds.add(properties.get("first_response_seconds").asInt());
            default -> {}
        }
    }

    private static Order order(JsonNode properties, Instant time) {
        List<String> categories = new ArrayList<>();
        properties
                .get("products")
                .forEach(product -> categories.add(product.get("category").asText()));
        return new Order(time, properties.get("revenue").asDouble(), categories);
    }

    /** Give all figures by name, shares and ratios as fractions. */
    SequencedMap<String, Double> figures() {
        SequencedMap<String, Double> figures = new LinkedHashMap<>();
        portrait(figures);
        devices(figures);
        channels(figures);
        path(figures);
        value(figures);
        stages(figures);
        return figures;
    }

    private void portrait(SequencedMap<String, Double> figures) {
        List<Shopper> known = shoppers(shopper -> !shopper.age.isEmpty());
        figures.put("A1 customers aged 25-35", share(known, shopper -> shopper.age.equals("25-35")));
        figures.put("A1 customers aged 45+", share(known, shopper -> shopper.age.equals("45+")));
        double mean = orderValue(known, shopper -> true);
        figures.put("A1 order value 45+ / all", orderValue(known, shopper -> shopper.age.equals("45+")) / mean);
        figures.put(
                "A1 women's lines in beauty, apparel",
                lines(shopper -> shopper.gender.equals("female"), "beauty", "apparel"));
        figures.put(
                "A1 men's lines in beauty, apparel",
                lines(shopper -> shopper.gender.equals("male"), "beauty", "apparel"));
        figures.put(
                "A1 men's lines in digital, sports",
                lines(shopper -> shopper.gender.equals("male"), "digital", "sports"));
        figures.put(
                "A1 women's lines in digital, sports",
                lines(shopper -> shopper.gender.equals("female"), "digital", "sports"));
        figures.put(
                "A1 45+ lines in home, mother-and-baby",
                lines(shopper -> shopper.age.equals("45+"), "home", "mother-and-baby"));
        double first = orderValue(known, shopper -> shopper.tier.equals("tier-1"));
        double second = orderValue(known, shopper -> shopper.tier.equals("new-tier-1"));
        double lower = orderValue(known, MeasuredShop::lowerTier);
        figures.put("A2 order value tier-1 / new tier-1", first / second);
        figures.put("A2 order value new tier-1 / lower tiers", second / lower);
        figures.put(
                "A2 lower tiers' lines in appliances, daily goods",
                lines(MeasuredShop::lowerTier, "appliances", "daily-goods"));
        figures.put(
                "A2 tier-1 lines in light luxury, imports",
                lines(shopper -> shopper.tier.equals("tier-1"), "light-luxury", "imports"));
        figures.put(
                "A2 lower tiers' lines in light luxury, imports",
                lines(MeasuredShop::lowerTier, "light-luxury", "imports"));
    }

    private static boolean lowerTier(Shopper shopper) {
        return shopper.tier.equals("tier-2") || shopper.tier.equals("tier-3");
    }

    private void devices(SequencedMap<String, Double> figures) {
        List<Shopper> all = shoppers(shopper -> true);
        figures.put("A3 visitors with iOS or Android", share(all, shopper -> !shopper.os.equals("Windows")));
        figures.put("A3 dwell iOS / Android", dwell("iOS") / dwell("Android"));
        figures.put("A3 payment conversion Android / iOS", payment("Android") / payment("iOS"));
        List<Shopping> pc = visits(shopper -> shopper.os.equals("Windows"));
        figures.put(
                "A3 PC visits on weekdays 9-18h",
                share(
                        pc,
                        visit -> visit.start
                                                .atOffset(ZoneOffset.ofHours(8))
                                                .getDayOfWeek()
                                                .getValue()
                                        <= 5
                                && within(visit, 9, 18)));
        figures.put(
                "A3 durables among PC's lines",
                lines(shopper -> shopper.os.equals("Windows"), "appliances", "digital", "home"));
        figures.put(
                "A3 durables among mobile lines",
                lines(shopper -> !shopper.os.equals("Windows"), "appliances", "digital", "home"));
        List<Shopping> women = visits(shopper -> shopper.gender.equals("female") && !shopper.os.equals("Windows"));
        List<Shopping> men = visits(shopper -> shopper.gender.equals("male") && !shopper.os.equals("Windows"));
        figures.put("A4 women's visits 20-22h", share(women, visit -> within(visit, 20, 22)));
        figures.put("A4 women's visits 12-14h", share(women, visit -> within(visit, 12, 14)));
        figures.put("A4 men's visits 12-14h", share(men, visit -> within(visit, 12, 14)));
        figures.put("A4 men's visits 20-22h", share(men, visit -> within(visit, 20, 22)));
    }

    private static boolean within(Shopping visit, int from, int to) {
        int hour = visit.start.atOffset(ZoneOffset.ofHours(8)).getHour();
        return hour >= from && hour < to;
    }

    private void channels(SequencedMap<String, Double> figures) {
        figures.put("A4 cost of a new customer app / mini-program", acquisition("app") / acquisition("mini_program"));
        figures.put(
                "A4 third-party visitors who buy",
                share(
                        shoppers(shopper -> shopper.channel.equals("third_party")),
                        shopper -> !shopper.orders.isEmpty()));
        figures.put("A4 repurchase mini-program / app", repurchase("mini_program") / repurchase("app"));
        figures.put(
                "A4 longest third-party span in days",
                shoppers(shopper -> shopper.channel.equals("third_party") && !shopper.orders.isEmpty()).stream()
                        .mapToDouble(MeasuredShop::spanDays)
                        .max()
                        .orElseThrow());
    }

    private static double spanDays(Shopper shopper) {
        Instant first = shopper.orders.values().stream()
                .map(Order::time)
                .min(Instant::compareTo)
                .orElseThrow();
        return Duration.between(first, shopper.last()).toHours() / 24.0;
    }

    private void path(SequencedMap<String, Double> figures) {
        List<Shopping> all = visits(shopper -> true);
        List<Shopping> detail = visits(all, Mark.DETAIL);
        List<Shopping> checkout = visits(all, Mark.CHECKOUT);
        figures.put("B5 visits from home to product", detail.size() / (double) all.size());
        figures.put("B5 lost from product to cart", 1 - share(detail, visit -> visit.met(Mark.CART)));
        figures.put(
                "B5 lost from cart to checkout", 1 - share(visits(all, Mark.CART), visit -> visit.met(Mark.CHECKOUT)));
        figures.put("B5 lost from checkout to payment", 1 - share(checkout, visit -> visit.met(Mark.PAID)));
        figures.put("B6 loss by a slow page", 1 - kept(detail, Mark.SLOW_PAGE, Mark.CART));
        figures.put("B6 loss by an irrelevant recommendation", 1 - kept(detail, Mark.IRRELEVANT, Mark.CART));
        figures.put("B6 loss by missing images", 1 - kept(detail, Mark.NO_IMAGES, Mark.CART));
        figures.put("B6 loss by missing reviews", 1 - kept(detail, Mark.NO_REVIEWS, Mark.CART));
        figures.put("B6 loss by no price comparison", 1 - kept(detail, Mark.NO_COMPARISON, Mark.CART));
        figures.put("B6 loss by an empty stock", 1 - kept(detail, Mark.OUT_OF_STOCK, Mark.CART));
        figures.put("B6 loss by a missing payment method", 1 - kept(checkout, Mark.MISSING_METHOD, Mark.PAID));
        figures.put("B6 loss by a failed payment", 1 - kept(checkout, Mark.PAYMENT_FAILED, Mark.PAID));
        figures.put(
                "B10 minutes to the first answer",
                answerSeconds.stream().mapToInt(Integer::intValue).average().orElseThrow() / 60);
    }

    /** The rate of going on with the cause, relative to the rate without. */
    private static double kept(List<Shopping> visits, Mark cause, Mark goal) {
        List<Shopping> with = visits.stream().filter(visit -> visit.met(cause)).toList();
        List<Shopping> without =
                visits.stream().filter(visit -> !visit.met(cause)).toList();
        return share(with, visit -> visit.met(goal)) / share(without, visit -> visit.met(goal));
    }

    private void value(SequencedMap<String, Double> figures) {
        List<Shopper> buyers = shoppers(shopper -> !shopper.orders.isEmpty());
        Predicate<Shopper> loyal =
                shopper -> !recent(shopper, 30) ? false : shopper.orders.size() >= 5 && shopper.revenue() >= 5_000;
        Predicate<Shopper> leaving =
                shopper -> !recent(shopper, 90) && shopper.orders.size() <= 2 && shopper.revenue() < 1_000;
        figures.put("C1 loyal buyers", share(buyers, loyal));
        double revenue = buyers.stream().mapToDouble(Shopper::revenue).sum();
        figures.put(
                "C1 revenue of loyal buyers",
                buyers.stream().filter(loyal).mapToDouble(Shopper::revenue).sum() / revenue);
        figures.put("C1 potential churn", share(buyers, leaving));
        Predicate<Shopper> frequent = shopper -> ordersWithin(shopper, NINETY_DAYS) >= 12;
        Predicate<Shopper> rare = shopper -> shopper.orders.size() == 1;
        figures.put("C2 frequent buyers", share(buyers, frequent));
        figures.put(
                "C2 frequent buyers' lines in fast-moving goods", lines(frequent, "beauty", "daily-goods", "imports"));
        figures.put("C2 rare buyers' lines in fast-moving goods", lines(rare, "beauty", "daily-goods", "imports"));
        figures.put("C2 frequent buyers' lines in durables", lines(frequent, "digital", "home", "appliances"));
        figures.put("C2 rare buyers' lines in durables", lines(rare, "digital", "home", "appliances"));
    }

    private void stages(SequencedMap<String, Double> figures) {
        List<Shopper> all = shoppers(shopper -> true);
        double mean = orderValue(all, shopper -> true);
        figures.put(
                "C3 potential",
                share(
                        all,
                        shopper -> !shopper.met(Mark.CART) && shopper.visits.size() <= 2 && shopper.dwell < 180_000));
        figures.put("C3 intent", share(all, shopper -> shopper.met(Mark.CART) && shopper.orders.isEmpty()));
        figures.put("C3 new", share(all, shopper -> shopper.orders.size() == 1 && shopper.revenue() < mean));
        figures.put(
                "C3 loyal",
                share(
                        all,
                        shopper -> shopper.orders.size() >= 4
                                && shopper.revenue() / shopper.orders.size() >= mean
                                && spanDays(shopper) / (shopper.orders.size() - 1) < 30));
    }

    private boolean recent(Shopper shopper, int days) {
        return !shopper.last().isBefore(end.minus(Duration.ofDays(days)));
    }

    private long ordersWithin(Shopper shopper, Duration time) {
        return shopper.orders.values().stream()
                .filter(order -> order.time().isAfter(end.minus(time)))
                .count();
    }

    private double acquisition(String channel) {
        long buyers = shoppers(shopper -> shopper.channel.equals(channel) && !shopper.orders.isEmpty())
                .size();
        return advertising.getOrDefault(channel, 0.0) / buyers;
    }

    private double repurchase(String channel) {
        return share(
                shoppers(shopper -> shopper.channel.equals(channel) && !shopper.orders.isEmpty()),
                shopper -> shopper.orders.size() > 1);
    }

    private double dwell(String os) {
        List<Shopper> some = shoppers(shopper -> shopper.os.equals(os));
        return sum(some, shopper -> shopper.dwell) / sum(some, shopper -> shopper.dwells);
    }

    private double payment(String os) {
        List<Shopping> checkout = visits(visits(shopper -> shopper.os.equals(os)), Mark.CHECKOUT);
        return share(checkout, visit -> visit.met(Mark.PAID));
    }

    private double lines(Predicate<Shopper> whose, String... categories) {
        List<String> lines = shoppers(whose).stream()
                .flatMap(shopper -> shopper.orders.values().stream())
                .flatMap(order -> order.categories().stream())
                .toList();
        return share(lines, List.of(categories)::contains);
    }

    private static double orderValue(List<Shopper> some, Predicate<Shopper> whose) {
        List<Shopper> these = some.stream().filter(whose).toList();
        return sum(these, Shopper::revenue) / sum(these, shopper -> shopper.orders.size());
    }

    private List<Shopper> shoppers(Predicate<Shopper> which) {
        return shoppers.values().stream().filter(which).toList();
    }

    private List<Shopping> visits(Predicate<Shopper> whose) {
        return shoppers(whose).stream()
                .flatMap(shopper -> shopper.visits.values().stream())
                .toList();
    }

    private static List<Shopping> visits(List<Shopping> visits, Mark mark) {
        return visits.stream().filter(visit -> visit.met(mark)).toList();
    }

    private static double sum(List<Shopper> some, ToDoubleFunction<Shopper> what) {
        return some.stream().mapToDouble(what).sum();
    }

    private static <T> double share(List<T> things, Predicate<T> which) {
        return things.stream().filter(which).count() / (double) things.size();
    }
}
