package io.clientele.gateway.supergraph;

import org.jspecify.annotations.Nullable;

import graphql.language.SelectionSet;

/**
 * One subgraph's part in a field.
 *
 * @param type the field's type in that subgraph, which may be narrower or wider than the supergraph's
 * @param resolves whether the subgraph answers the field by itself; an external field is only provided, or required
 * @param requires the fields of other subgraphs that it wants to be told first
 * @param provides the external fields that it answers below this one
 */
public record FieldSource(
        TypeRef type,
        boolean resolves,
        @Nullable SelectionSet requires,
        @Nullable SelectionSet provides) {}
