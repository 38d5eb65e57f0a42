package io.clientele.funnel.erasure;

/**
 * How many documents of customers there are; exact.
 *
 * @param events homes of their events, moved or not
 * @param copies copies of their events under whatever customer
 * @param rejected refused items
 * @param strays documents of others' events that are still under one of these customers: a re-keying is to move them
 */
public record Stored(long events, long copies, long rejected, long strays) {}
