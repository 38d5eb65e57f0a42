package io.clientele.system.crash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Geo;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Page;
import io.clientele.contract.event.Product;
import io.clientele.contract.event.Times;
import io.clientele.profile.identity.RandomShoppers;
import io.clientele.system.ServiceStack;

/**
 * Circles of shoppers who share devices and addresses within their circle, sign in late and are merged in chains and rings;
 * on the way they look at products, fill carts, order and send back. No circle has anything to do with another.
 */
record Shoppers(List<List<Event>> circles) {

    private static final String CURRENCY = "CNY";
    private static final List<String> CATEGORIES = List.of("beauty", "home", "sports");

    /** The days of {@link RandomShoppers} are twelve; they are drawn apart so that quarters pass between them. */
    private static final long FIRST_DAY = 20_000;

    private static final int DAYS = 12;
    private static final int DAYS_APART = 9;

    /** One event in so many comes at any time after its own, the others within so many days. */
    private static final int LATE = 25;

    private static final int DAYS_LATE = 2 * DAYS_APART;
    private static final int ALL_DAYS = DAYS * DAYS_APART;

    /** One circle in so many says who it is all the time; in the others so many times fewer. */
    private static final int CALM = 8;

    /** So many events or some more, by circles; the same seed on the same day gives the same. */
    static Shoppers random(long seed, int events) {
        Random random = new Random(seed);
        List<List<Event>> circles = new ArrayList<>();
        int made = 0;
        while (made < events) {
            int count = 60 + random.nextInt(540);
            int people = 1 + random.nextInt(9);
            String prefix = "k" + circles.size() + "-";
            int restless = random.nextInt(CALM) == 0 ? 1 : CALM;
            List<Event> circle = new RandomShoppers(random, prefix, people)
                    .events(count).stream()
                            .filter(event -> event.type() == EventType.TRACK || random.nextInt(restless) == 0)
                            .map(new Shopping(random, prefix)::shopping)
                            .toList();
            circles.add(circle);
            made += circle.size();
        }
        return new Shoppers(circles);
    }

    /**
     * All events in an order in which they could arrive: most within some days of their time, and some at any time, so that
     * now and then a claim comes between events that are long folded.
     */
    List<Event> arriving(Random random) {
        record Arrival(double at, Event event) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (List<Event> circle : circles) {
            for (Event event : circle) {
                double late = random.nextInt(LATE) == 0 ? random.nextDouble(ALL_DAYS) : random.nextDouble(DAYS_LATE);
                double day = event.times().timestamp().toEpochMilli() / 86_400_000d;
                arrivals.add(new Arrival(day + late, event));
            }
        }
        arrivals.sort(Comparator.comparingDouble(Arrival::at));
        return arrivals.stream().map(Arrival::event).toList();
    }

    /** Turns an event that only says who it is into one that says what was done. */
    private record Shopping(Random random, String prefix) {

        Event shopping(Event who) {
            EventBuilder event = Event.builder(
                            who.messageId(), who.type(), who.customer(), times(who), ServiceStack.SOURCE)
                    .traits(who.traits())
                    .previousId(who.previousId());
            if (who.type() == EventType.TRACK) {
                act(event);
            }
            return event.build();
        }

        private static Times times(Event who) {
            long day = who.times().timestamp().truncatedTo(ChronoUnit.DAYS).getEpochSecond() / 86_400;
            long daysAgo = (DAYS - (day - FIRST_DAY)) * DAYS_APART;
            Instant at = LocalDate.now(ZoneOffset.UTC)
                    .minusDays(daysAgo)
                    .atTime(10, 0)
                    .toInstant(ZoneOffset.UTC);
            return new Times(at, at, null, at);
        }

        private void act(EventBuilder event) {
            event.sessionId("s" + random.nextInt(5)).geo(new Geo("CN", "r" + random.nextInt(3), null, null));
            switch (random.nextInt(8)) {
                case 0, 1, 2 ->
                    event.name("Page Viewed").page(new Page("/", null, null, null, random.nextLong(120_000)));
                case 3 -> event.name("Product Viewed").products(products());
                case 4 -> event.name("Product Added").products(products());
                case 5 -> event.name("Product Removed").products(products());
                case 6 -> event.name("Order Completed").products(products()).order(order(100 + random.nextInt(5_000)));
                default -> event.name("Order Refunded").order(order(random.nextInt(300)));
            }
        }

        private Order order(int amount) {
            return new Order(prefix + "o" + random.nextInt(20), money(amount), null, null, null, null);
        }

        private List<Product> products() {
            String id = "p" + random.nextInt(6);
            String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
            return List.of(
                    new Product(id, null, category, null, money(1 + random.nextInt(400)), 1L + random.nextInt(3)));
        }

        private static Money money(int units) {
            return new Money(units * 1_000_000L, CURRENCY);
        }
    }
}
