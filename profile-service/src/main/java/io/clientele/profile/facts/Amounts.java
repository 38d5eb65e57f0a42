package io.clientele.profile.facts;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import io.clientele.contract.event.Money;

/**
 * Sums of money, each currency apart: nothing is ever converted or added across currencies. An amount is at least zero and
 * stops at {@link Long#MAX_VALUE}, so that adding stays commutative and associative whatever is sent.
 *
 * @param millionths by currency, in millionths of its unit; without zeros' currencies being dropped
 */
public record Amounts(SortedMap<String, Long> millionths) {

    public static final Amounts NONE = new Amounts(Collections.emptySortedMap());

    public Amounts {
        millionths = Collections.unmodifiableSortedMap(new TreeMap<>(millionths));
    }

    public static Amounts of(Money money) {
        return of(money.currency(), money.millionths());
    }

    /**
     * One amount.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static Amounts of(String currency, long millionths) {
        if (millionths < 0) {
            throw new IllegalArgumentException("An amount is negative: " + millionths);
        }
        SortedMap<String, Long> single = new TreeMap<>();
        single.put(currency, millionths);
        return new Amounts(single);
    }

    public Amounts plus(Amounts other) {
        if (other.millionths.isEmpty()) {
            return this;
        }
        if (millionths.isEmpty()) {
            return other;
        }
        SortedMap<String, Long> sum = new TreeMap<>(millionths);
        other.millionths.forEach((currency, amount) -> sum.merge(currency, amount, Amounts::add));
        return new Amounts(sum);
    }

    /** The sum in a currency, in millionths; 0 if there is none. */
    public long in(String currency) {
        return millionths.getOrDefault(currency, 0L);
    }

    public boolean has(String currency) {
        return millionths.containsKey(currency);
    }

    /** Add two numbers of at least zero, stopping at the largest there is. */
    static long add(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Multiply two numbers of at least zero, stopping at the largest there is. */
    static long multiply(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }

    void write(PackedWriter out) {
        out.number(millionths.size());
        millionths.forEach((currency, amount) -> {
            out.text(currency);
            out.number(amount);
        });
    }

    static Amounts read(PackedReader in) {
        int size = in.count();
        if (size == 0) {
            return NONE;
        }
        SortedMap<String, Long> read = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            read.put(in.requiredText(), in.number());
        }
        return new Amounts(read);
    }
}
