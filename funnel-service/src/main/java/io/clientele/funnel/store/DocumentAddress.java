package io.clientele.funnel.store;

/**
 * Where a document is.
 *
 * @param index the alias by which it is written
 * @param id unique within its shard
 * @param routing what decides the shard
 */
public record DocumentAddress(String index, String id, String routing) {}
