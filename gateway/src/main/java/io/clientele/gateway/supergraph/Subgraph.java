package io.clientele.gateway.supergraph;

/**
 * A service of the supergraph.
 *
 * @param id its value of the enum {@code join__Graph}
 * @param name its name, as configuration and errors call it
 * @param url the address that the schema records; configuration may override it
 */
public record Subgraph(String id, String name, String url) {}
