package io.clientele.gateway.supergraph;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who may see a field or a type: callers that have all the scopes of any one of these sets; everybody, if there is none.
 *
 * <p>Federation's {@code @requiresScopes}. {@code @authenticated} asks for nothing more, as every caller is; {@code @policy}
 * leaves open who decides, nobody does, and what has one is closed.
 */
public record Scopes(List<Set<String>> anyOf, boolean closed) {

    /** Open to everybody. */
    public static final Scopes NONE = new Scopes(List.of(), false);

    public Scopes {
        anyOf = List.copyOf(anyOf);
    }

    public boolean admit(Collection<String> scopes) {
        return !closed && (anyOf.isEmpty() || anyOf.stream().anyMatch(scopes::containsAll));
    }
}
