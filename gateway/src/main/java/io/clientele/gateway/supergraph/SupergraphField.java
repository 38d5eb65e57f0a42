package io.clientele.gateway.supergraph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A field of an object or interface.
 *
 * @param name its name
 * @param type its type in the supergraph
 * @param sources the subgraphs that define it
 * @param scopes who may see it
 */
public record SupergraphField(String name, TypeRef type, Map<Subgraph, FieldSource> sources, Scopes scopes) {

    /** The field that every composite type has. */
    public static final SupergraphField TYPENAME =
            new SupergraphField("__typename", new TypeRef.Named("String", false), Map.of(), Scopes.NONE);

    public SupergraphField {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    public boolean isTypename() {
        return name.equals(TYPENAME.name);
    }

    public @Nullable FieldSource source(Subgraph subgraph) {
        return sources.get(subgraph);
    }
}
