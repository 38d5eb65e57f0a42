package io.clientele.profile.facts;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;

/** A ledger in the making: the one place where its parts change. For one thread; used up by {@link #ledger}. */
final class LedgerDraft {

    Span known = Span.NONE;
    Span active = Span.NONE;
    Visits visits = new Visits();
    Days days = new Days();
    NameCounts counts = new NameCounts();
    CounterCounts counters = new CounterCounts();
    Cart cart = new Cart();
    WeekHours hours = new WeekHours();
    Tallies tallies = new Tallies();
    Map<String, LedgerOrder> orders = new HashMap<>();

    void add(Event event, ZoneId zone, CounterSet counting) {
        long at = event.times().timestamp().toEpochMilli();
        known = known.plus(at);
        String name = event.name();
        if (name == null) {
            return;
        }
        ZonedDateTime local = event.times().timestamp().atZone(zone);
        int day = (int) local.toLocalDate().toEpochDay();
        counts.add(name, day, at);
        if (!counting.isEmpty()) {
            counting.counting(event, name, number -> counters.add(number, day));
        }
        if (event.sessionId() != null || !EventNames.SHOPS_OWN.contains(name)) {
            visit(event, at, day);
            hours.add(local);
        }
        interest(event, name);
        cart.add(event, name, at);
        LedgerOrder order = LedgerOrder.of(event);
        if (order != null) {
            orders.merge(String.valueOf(event.order().id()), order, LedgerOrder::plus);
        }
    }

    /** Count an event that is in it already by counters that are not. */
    void count(Event event, ZoneId zone, CounterSet counting) {
        String name = event.name();
        if (name != null) {
            int day = (int) event.times().timestamp().atZone(zone).toLocalDate().toEpochDay();
            counting.counting(event, name, number -> counters.add(number, day));
        }
    }

    void add(Ledger ledger) {
        LedgerDraft other = ledger.parts();
        known = known.plus(other.known);
        active = active.plus(other.active);
        visits.add(other.visits);
        days.add(other.days);
        counts.add(other.counts);
        counters.add(other.counters);
        cart.add(other.cart);
        hours.add(other.hours);
        tallies.add(other.tallies);
        other.orders.forEach((id, order) -> orders.merge(id, order, LedgerOrder::plus));
    }

    Ledger ledger() {
        visits.trim();
        days.trim();
        counts.trim();
        counters.trim(counts.latestDay());
        cart.trim();
        tallies.trim();
        return new Ledger(this);
    }

    private void visit(Event event, long at, int day) {
        active = active.plus(at);
        visits.add(event.sessionId(), day, at);
        Long dwell = event.page().dwellMs();
        days.add(day, dwell == null ? 0 : dwell);
        tallies.add(Feature.CHANNEL, event.channel());
        tallies.add(Feature.DEVICE, event.device().type());
        tallies.add(Feature.OS, event.device().os());
        tallies.add(Feature.COUNTRY, event.geo().country());
        tallies.add(Feature.REGION, event.geo().region());
        tallies.add(Feature.CITY, event.geo().city());
        tallies.add(Feature.CITY_TIER, event.geo().cityTier());
    }

    private void interest(Event event, String name) {
        boolean looks = EventNames.SHOW_INTEREST.contains(name);
        if (!looks && !name.equals(EventNames.ORDER_COMPLETED)) {
            return;
        }
        for (Product product : event.products()) {
            if (looks) {
                tallies.add(Feature.CATEGORY, product.category());
            }
            Money price = product.price();
            if (price != null && price.millionths() >= 0) {
                tallies.add(Feature.PRICE_BAND, price.currency() + ' ' + PriceBand.of(price.millionths()));
            }
        }
    }

    void write(PackedWriter out) {
        known.write(out);
        active.write(out);
        visits.write(out);
        days.write(out);
        counts.write(out);
        cart.write(out);
        hours.write(out);
        tallies.write(out);
        counters.write(out);
    }

    /** Read what {@link #write} wrote, or what it wrote before there were counters. */
    static LedgerDraft read(PackedReader in, boolean withCounters) {
        LedgerDraft draft = new LedgerDraft();
        draft.known = Span.read(in);
        draft.active = Span.read(in);
        draft.visits = Visits.read(in);
        draft.days = Days.read(in);
        draft.counts = NameCounts.read(in);
        draft.cart = Cart.read(in);
        draft.hours = WeekHours.read(in);
        draft.tallies = Tallies.read(in);
        if (withCounters) {
            draft.counters = CounterCounts.read(in);
        }
        return draft;
    }
}
