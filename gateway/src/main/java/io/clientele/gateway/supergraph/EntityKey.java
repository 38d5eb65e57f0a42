package io.clientele.gateway.supergraph;

import graphql.language.SelectionSet;

/**
 * The fields by which a subgraph finds an entity.
 *
 * @param fields the key's field set
 * @param resolvable whether the subgraph answers {@code _entities} for it
 */
public record EntityKey(SelectionSet fields, boolean resolvable) {}
