package io.clientele.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.DailyCounts;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.index.CustomerField;
import io.clientele.contract.index.FieldValue;
import io.clientele.contract.index.FieldValue.Text;
import io.clientele.contract.index.FieldValue.Whole;

/**
 * Customers as profile-service would find them, with every field of the index filled as often as a shop's would be: four in
 * ten have bought, and what they did lies in the last year, recent days more often than old ones. Equal numbers give equal
 * customers of a day.
 */
final class MadeUpCustomers {

    private static final double BUYERS = 0.4;
    private static final long YUAN = 1_000_000;
    private static final long DAY_MILLIS = 86_400_000L;
    private static final int YEAR = 365;

    private static final List<String> CITIES = List.of("Shanghai", "Beijing", "Chengdu", "Hangzhou", "Lanzhou", "Wuhu");
    private static final List<String> CATEGORIES =
            List.of("beauty", "apparel", "digital", "sports", "home", "snacks", "appliances", "daily_goods");
    private static final List<String> SIGNALS =
            List.of("silent", "browsing_down", "cart_unpaid", "interval_stretched", "order_value_down");

    private final long today;
    private final Instant updatedAt;

    MadeUpCustomers(Instant now) {
        this.updatedAt = now;
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** A customer by its number. */
    CustomerView of(int number) {
        return new Drawing(new SplittableRandom(number)).customer("member-" + number);
    }

    /** One customer on its way. */
    private final class Drawing {

        private final SplittableRandom dice;
        private final Map<CustomerField, List<FieldValue>> values = new EnumMap<>(CustomerField.class);
        private final Map<Counter, DailyCounts> counts = new HashMap<>();

        Drawing(SplittableRandom dice) {
            this.dice = dice;
        }

        CustomerView customer(String id) {
            boolean buyer = dice.nextDouble() < BUYERS;
            person(buyer);
            visits();
            orders(buyer ? 1 + (int) (dice.nextDouble() * dice.nextDouble() * 20) : 0);
            churn(buyer);
            return new CustomerView(id, values, FreeFields.of("traits", traits()), counts, segments());
        }

        private void person(boolean known) {
            text(CustomerField.KIND, known || dice.nextBoolean() ? "user" : "visitor");
            text(CustomerField.GENDER, dice.nextDouble() < 0.55 ? "female" : "male");
            text(CustomerField.AGE_BAND, oneOf("18-24", "25-35", "25-35", "25-35", "36-44", "45+"));
            text(CustomerField.COUNTRY, "CN");
            String city = CITIES.get(dice.nextInt(CITIES.size()));
            text(CustomerField.REGION, city + " region");
            text(CustomerField.CITY, city);
            text(CustomerField.CITY_TIER, oneOf("tier_1", "new_tier_1", "tier_2", "tier_3"));
            text(CustomerField.DEVICE, oneOf("mobile", "mobile", "mobile", "desktop"));
            text(CustomerField.OS, oneOf("Android", "iOS", "Windows"));
            text(CustomerField.CHANNEL, oneOf("app", "mini_program", "pc", "third_party"));
            whole(CustomerField.ACTIVE_HOUR, dice.nextInt(24));
        }

        private void visits() {
            int visits = 1 + (int) (dice.nextDouble() * dice.nextDouble() * 40);
            long last = today - longAgo();
            long first = Math.min(last, today - dice.nextInt(YEAR));
            date(CustomerField.FIRST_SEEN, CustomerField.SINCE_FIRST_SEEN, first);
            date(CustomerField.LAST_SEEN, CustomerField.SINCE_LAST_SEEN, last);
            date(CustomerField.LAST_VISIT_AT, CustomerField.SINCE_LAST_VISIT, last);
            whole(CustomerField.VISITS, visits);
            whole(CustomerField.SESSIONS, visits);
            whole(CustomerField.DAYS_ACTIVE, 1 + visits / 2);
            whole(CustomerField.DWELL_MS, visits * (long) dice.nextInt(20_000, 400_000));
            did("Page Viewed", visits, last);
            did("Product Viewed", visits, last);
            int added = (int) (visits * dice.nextDouble());
            did("Product Added", added, last);
            did("Checkout Started", added / 3, last);
            int left = added % 3;
            whole(CustomerField.CART_ITEMS, left);
            whole(CustomerField.CART_VALUE, left * dice.nextLong(20 * YUAN, 500 * YUAN));
            if (left > 0) {
                whole(CustomerField.CART_AGE_DAYS, last);
            }
            categories();
        }

        private void orders(int orders) {
            text(CustomerField.CURRENCY, "CNY");
            whole(CustomerField.ORDERS, orders);
            whole(CustomerField.REPURCHASES, Math.max(0, orders - 1));
            whole(CustomerField.FREQUENCY, orders);
            long revenue = orders * dice.nextLong(30 * YUAN, 800 * YUAN);
            whole(CustomerField.REVENUE, revenue);
            whole(CustomerField.MONETARY, revenue);
            text(CustomerField.LIFECYCLE, orders == 0 ? oneOf("potential", "intent") : orders > 5 ? "loyal" : "new");
            text(CustomerField.SPENDING_POWER, oneOf("low", "middle", "high"));
            text(CustomerField.FREQUENCY_CLASS, orders > 10 ? "high" : orders > 2 ? "middle" : "low");
            if (orders == 0) {
                text(CustomerField.VALUE_TIER, "none");
                return;
            }
            long last = today - longAgo();
            date(CustomerField.LAST_ORDER_AT, CustomerField.RECENCY_DAYS, last);
            date(CustomerField.FIRST_ORDER_AT, CustomerField.SINCE_FIRST_ORDER, last - dice.nextInt(YEAR / 2));
            whole(CustomerField.AOV, revenue / orders);
            whole(CustomerField.CYCLE_DAYS, 3 + dice.nextInt(90));
            scores();
            text(
                    CustomerField.VALUE_TIER,
                    oneOf("loyal", "potential_churn", "at_risk_high_value", "growing", "growing"));
            text(CustomerField.PRICE_BAND, oneOf("0-50", "50-200", "200-1000"));
            did("Order Completed", orders, last);
        }

        private void scores() {
            int recency = 1 + dice.nextInt(5);
            int frequency = 1 + dice.nextInt(5);
            int monetary = 1 + dice.nextInt(5);
            whole(CustomerField.R_SCORE, recency);
            whole(CustomerField.F_SCORE, frequency);
            whole(CustomerField.M_SCORE, monetary);
            text(CustomerField.RFM, "" + recency + frequency + monetary);
        }

        private void churn(boolean buyer) {
            int signals = buyer ? (int) (dice.nextDouble() * dice.nextDouble() * 4) : 0;
            text(CustomerField.RISK, List.of("none", "low", "medium", "high").get(signals));
            if (signals > 0) {
                int from = dice.nextInt(SIGNALS.size());
                values.put(
                        CustomerField.SIGNALS,
                        texts(Stream.iterate(from, at -> (at + 1) % SIGNALS.size())
                                .limit(signals)
                                .map(SIGNALS::get)
                                .toList()));
                whole(CustomerField.VALUE_AT_RISK, dice.nextLong(50 * YUAN, 5_000 * YUAN));
            }
            values.put(
                    CustomerField.TAGS, texts(buyer ? List.of("buyer", oneOf("vip", "regular")) : List.of("prospect")));
        }

        private void categories() {
            int first = dice.nextInt(CATEGORIES.size());
            values.put(
                    CustomerField.PREFERRED_CATEGORY,
                    texts(List.of(CATEGORIES.get(first), CATEGORIES.get((first + 3) % CATEGORIES.size()))));
        }

        private ObjectNode traits() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("membership", oneOf("basic", "basic", "silver", "gold"))
                    .put("newsletter", dice.nextBoolean() ? "yes" : "no")
                    .put("household", Integer.toString(1 + dice.nextInt(5)));
        }

        private Set<String> segments() {
            return dice.nextInt(4) == 0 ? Set.of("welcome") : Set.of();
        }

        /** It was done so often, the last time on a day, the others before. */
        private void did(String event, int times, long last) {
            if (times < 1) {
                return;
            }
            TreeMap<Long, Long> byDay = new TreeMap<>(Map.of(last, 1L));
            long day = last;
            for (int i = 1; i < times; i++) {
                day -= dice.nextInt(12);
                byDay.merge(day, 1L, Long::sum);
            }
            counts.put(Counter.of(event), DailyCounts.of(byDay));
        }

        /** Days: recent ones more often. */
        private int longAgo() {
            return (int) (dice.nextDouble() * dice.nextDouble() * YEAR);
        }

        private String oneOf(String... texts) {
            return texts[dice.nextInt(texts.length)];
        }

        private void text(CustomerField field, String value) {
            values.put(field, List.of(new Text(value)));
        }

        private void whole(CustomerField field, long value) {
            values.put(field, List.of(new Whole(value)));
        }

        private void date(CustomerField instant, CustomerField since, long day) {
            whole(instant, day * DAY_MILLIS + dice.nextLong(DAY_MILLIS));
            whole(since, day);
        }

        private static List<FieldValue> texts(List<String> texts) {
            return texts.stream().<FieldValue>map(Text::new).toList();
        }
    }
}
