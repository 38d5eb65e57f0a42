package io.clientele.gateway.resolution;

import java.util.Comparator;

/**
 * What a way of resolving costs.
 *
 * @param fetches requests to subgraphs
 * @param depth requests that wait for one another, in the longest chain
 * @param fields fields asked for, those that only keys and requirements need among them
 */
public record Cost(int fetches, int depth, int fields) implements Comparable<Cost> {

    static final Cost NONE = new Cost(0, 0, 0);

    private static final Comparator<Cost> ORDER =
            Comparator.comparingInt(Cost::fetches).thenComparingInt(Cost::depth).thenComparingInt(Cost::fields);

    /** The cost of both, side by side. */
    Cost beside(Cost other) {
        return new Cost(sum(fetches, other.fetches), Math.max(depth, other.depth), sum(fields, other.fields));
    }

    /** What is more than can be counted is as bad as what just can. */
    static int sum(int one, int other) {
        return (int) Math.min(Integer.MAX_VALUE, (long) one + other);
    }

    /** The cost of whichever happens: a value is one object or the other, and their requests are merged. */
    Cost or(Cost other) {
        return new Cost(Math.max(fetches, other.fetches), Math.max(depth, other.depth), sum(fields, other.fields));
    }

    static Cost ofFields(int fields) {
        return new Cost(0, 0, fields);
    }

    @Override
    public int compareTo(Cost other) {
        return ORDER.compare(this, other);
    }
}
