package io.clientele.loader.demoshop;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import io.clientele.loader.message.MessageWriter;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

/** Draws the shop customer by customer; no more than one customer's messages are in memory. */
final class ShopRows implements Rows {

    private final long seed;
    private final long events;
    private final String idPrefix;
    private final Catalogue catalogue = new Catalogue();
    private final MessageWriter writer = new MessageWriter();
    private final Population population;
    private final Planner planner;
    private final Advertising advertising;
    private Iterator<byte[]> current = Collections.emptyIterator();
    private long position;

    ShopRows(long seed, long events, Calendar calendar, String idPrefix) {
        this.seed = seed;
        this.events = events;
        this.idPrefix = idPrefix;
        this.population = new Population(seed);
        this.planner = new Planner(calendar, catalogue, seed);
        this.advertising = new Advertising(calendar, events);
    }

    @Override
    public boolean hasNext() {
        return position < events;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The demo shop has " + events + " events");
        }
        if (position == events - advertising.messages()) {
            current = advertising
                    .write(idPrefix + "advertising-" + events + "-", writer)
                    .iterator();
        }
        while (!current.hasNext()) {
            current = nextCustomer().iterator();
        }
        position++;
        return new Row.Message(position, current.next());
    }

    private List<byte[]> nextCustomer() {
        Customer customer = population.next();
        Dice dice = Dice.of(~seed, customer.number());
        List<Visit> visits = planner.plan(customer, dice);
        advertising.add(customer, visits);
        Journey journey = new Journey(customer, idPrefix, writer);
        new Life(customer, catalogue, journey, dice).live(visits);
        return journey.messages();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void close() {}
}
