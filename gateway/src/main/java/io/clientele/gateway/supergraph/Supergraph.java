package io.clientele.gateway.supergraph;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import graphql.schema.GraphQLSchema;

/** The supergraph schema, read once and then only asked. */
public final class Supergraph {

    private final Map<String, Subgraph> subgraphs;
    private final Map<String, CompositeType> types;
    private final Map<String, Set<String>> enums;
    private final Map<String, Scopes> scopes;
    private final Roots roots;
    private final GraphQLSchema publicSchema;

    Supergraph(
            Map<String, Subgraph> subgraphs,
            Map<String, CompositeType> types,
            Map<String, Set<String>> enums,
            Map<String, Scopes> scopes,
            Roots roots,
            GraphQLSchema publicSchema) {
        this.subgraphs = subgraphs;
        this.types = types;
        this.enums = enums;
        this.scopes = scopes;
        this.roots = roots;
        this.publicSchema = publicSchema;
    }

    /**
     * Reads a supergraph schema.
     *
     * @throws MalformedSupergraphException if it is no schema, or none of the join specification
     */
    public static Supergraph parse(String sdl) {
        return new SupergraphReader(sdl).read();
    }

    public Collection<Subgraph> subgraphs() {
        return subgraphs.values();
    }

    /** All objects, interfaces and unions. */
    public Collection<CompositeType> types() {
        return types.values();
    }

    /** The object, interface or union of that name; null if it is a scalar, an enum or unknown. */
    public @Nullable CompositeType type(String name) {
        return types.get(name);
    }

    /** Who may see values of that type, be it an object, a scalar or whatever else. */
    public Scopes scopes(String type) {
        return scopes.getOrDefault(type, Scopes.NONE);
    }

    /** What the types demand that not everybody may see. */
    public Collection<Scopes> scopes() {
        return scopes.values();
    }

    /** The values of an enum that clients may see; nothing if there is no such enum. */
    public Optional<Set<String>> enumValues(String name) {
        return Optional.ofNullable(enums.get(name));
    }

    public CompositeType queryType() {
        return roots.query();
    }

    /** The type of mutations; null if there are none. */
    public @Nullable CompositeType mutationType() {
        return roots.mutation();
    }

    public boolean isRoot(CompositeType type) {
        return type == roots.query() || type == roots.mutation();
    }

    /** What clients see: without the join specification's own types and directives, and without what is inaccessible. */
    public GraphQLSchema publicSchema() {
        return publicSchema;
    }

    /** The types at which operations begin. */
    record Roots(CompositeType query, @Nullable CompositeType mutation) {}
}
