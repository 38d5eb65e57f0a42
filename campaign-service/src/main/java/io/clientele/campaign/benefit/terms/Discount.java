package io.clientele.campaign.benefit.terms;

/** What a benefit takes off a cart, or why it takes nothing off. */
public sealed interface Discount {

    /** So many millionths off, at least one. */
    record Granted(long millionths) implements Discount {}

    /** The goods cost too little, by so many millionths. */
    record BelowThreshold(long missing) implements Discount {}

    /** The cart is in another currency than the benefit, which has this one. */
    record OtherCurrency(String currency) implements Discount {}

    /** There is nothing that it could be taken off, or less than the smallest coin. */
    record Nothing() implements Discount {}
}
