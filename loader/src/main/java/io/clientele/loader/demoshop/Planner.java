package io.clientele.loader.demoshop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Plans the visits of a customer: orders as the habit says, and visits that end earlier around them. */
final class Planner {

    /** Visits without an order for every order. */
    private static final double VISITS_AN_ORDER = 4;

    private static final double CANCELLED = 0.04;
    private static final long PAUSE_MILLIS = 3_600_000L;

    private final Calendar calendar;
    private final Catalogue catalogue;
    private final Map<Channel, Quota> singleOrders = new EnumMap<>(Channel.class);

    Planner(Calendar calendar, Catalogue catalogue, long seed) {
        this.calendar = calendar;
        this.catalogue = catalogue;
        Dice starts = Dice.of(seed, -1);
        for (Channel channel : Channel.values()) {
            singleOrders.put(channel, Quota.ofSingleOrders(starts));
        }
    }

    /** Plan in order of time, with at least an hour from one visit's start to the next. */
    List<Visit> plan(Customer customer, Dice dice) {
        List<Visit> visits = switch (customer.habit()) {
            case LOOKER -> looks(customer, dice);
            case HESITANT -> hesitates(customer, dice);
            case FREQUENT, FAITHFUL, LEAVING, FADING, GROWING -> buys(customer, dice);
        };
        visits.sort(Comparator.comparingLong(Visit::start));
        return apart(visits);
    }

    private List<Visit> looks(Customer customer, Dice dice) {
        List<Visit> visits = new ArrayList<>();
        int day = dice.between(1, Calendar.DAYS - 3);
        int count = dice.between(1, 2);
        for (int i = 0; i < count; i++) {
            double depth = dice.fraction();
            visits.add(browse(
                    customer,
                    day + i,
                    depth < 0.2 ? Visit.Depth.HOME : depth < 0.4 ? Visit.Depth.CATEGORY : Visit.Depth.DETAIL,
                    dice));
        }
        return visits;
    }

    private List<Visit> hesitates(Customer customer, Dice dice) {
        List<Visit> visits = new ArrayList<>();
        int day = dice.between(3, Calendar.DAYS - 3);
        visits.add(browse(customer, day, Visit.Depth.DETAIL, dice));
        visits.add(browse(customer, day - 1, carted(customer, dice), dice));
        if (dice.chance(0.5)) {
            visits.add(browse(customer, day - 2, Visit.Depth.DETAIL, dice));
        }
        return visits;
    }

    private List<Visit> buys(Customer customer, Dice dice) {
        Habit habit = customer.habit();
        Basket basket = new Basket(catalogue, customer, dice);
        List<Visit> visits = new ArrayList<>();
        int orders = orders(customer, dice);
        double cycle = cycle(customer, orders, dice);
        double day = dice.between(habit.lastOrderFrom, habit.lastOrderTo);
        for (int i = 0; i < orders && day < Calendar.DAYS - 12; i++) {
            long least = habit.leastRevenue * 100L / orders;
            long most = habit.mostRevenue * 100L / orders;
            visits.add(
                    new Visit(calendar.visit(customer, (int) day, dice), Visit.Depth.ORDER, basket.fill(least, most)));
            browseBefore(customer, (int) day, cycle, visits, dice);
            if (habit != Habit.LEAVING && dice.chance(CANCELLED)) {
                visits.add(new Visit(
                        calendar.visit(customer, (int) day + 1, dice),
                        Visit.Depth.CANCELLED_ORDER,
                        basket.fill(0, most)));
            }
            day += cycle * dice.between(0.95, 1.05);
        }
        return visits;
    }

    /** Draw the number of orders; where one and more are possible, so that the channel's repurchase rate comes out. */
    private int orders(Customer customer, Dice dice) {
        Habit habit = customer.habit();
        if (habit.fewestOrders > 1) {
            return dice.between(habit.fewestOrders, habit.mostOrders);
        }
        double always = Habit.FREQUENT.shareOfBuyers + Habit.FAITHFUL.shareOfBuyers + Habit.FADING.shareOfBuyers;
        double single = (1 - customer.channel().repurchase) / (1 - always);
        Quota quota = Objects.requireNonNull(singleOrders.get(customer.channel()));
        if (quota.fraction() < single) {
            return 1;
        }
        return dice.between(2, habit.mostOrders);
    }

    private static double cycle(Customer customer, int orders, Dice dice) {
        double cycle = dice.between(customer.habit().cycleFrom, customer.habit().cycleTo);
        if (customer.channel() == Channel.THIRD_PARTY && orders > 1) {
            return Math.min(cycle, Channel.THIRD_PARTY_SPAN_DAYS / (orders * 1.05));
        }
        return cycle;
    }

    private void browseBefore(Customer customer, int day, double cycle, List<Visit> visits, Dice dice) {
        int count = (int) (VISITS_AN_ORDER * dice.between(0.5, 1.5) + 0.5);
        int reach = (int) Math.clamp(cycle, 2, 10);
        for (int i = 0; i < count; i++) {
            visits.add(browse(customer, day + dice.between(0, reach), depth(customer, dice), dice));
        }
    }

    private Visit browse(Customer customer, int day, Visit.Depth depth, Dice dice) {
        return new Visit(calendar.visit(customer, day, dice), depth, List.of());
    }

    /** How far a buyer's visit without an order goes, such that 45 % of all visits at a product page end there (B5). */
    private static Visit.Depth depth(Customer customer, Dice dice) {
        double depth = dice.fraction();
        if (depth < 0.15) {
            return Visit.Depth.HOME;
        }
        if (depth < 0.30) {
            return Visit.Depth.CATEGORY;
        }
        return depth < 0.60 ? Visit.Depth.DETAIL : carted(customer, dice);
    }

    private static Visit.Depth carted(Customer customer, Dice dice) {
        return dice.chance(customer.device().lostAtCheckout) ? Visit.Depth.CHECKOUT : Visit.Depth.CART;
    }

    /** Drop visits that would begin within an hour of the one before, and move orders behind it. */
    private static List<Visit> apart(List<Visit> visits) {
        List<Visit> apart = new ArrayList<>(visits.size());
        long earliest = Long.MIN_VALUE;
        for (Visit visit : visits) {
            boolean early = visit.start() < earliest;
            if (early && visit.basket().isEmpty()) {
                continue;
            }
            Visit kept = early ? new Visit(earliest, visit.depth(), visit.basket()) : visit;
            apart.add(kept);
            earliest = kept.start() + PAUSE_MILLIS;
        }
        return apart;
    }
}
