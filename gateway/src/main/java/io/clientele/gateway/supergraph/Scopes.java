package io.clientele.gateway.supergraph;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who may see a field or a type: callers that have all the scopes of any one of these sets; everybody, if there is none.
 *
 * <p>Federation's {@code @requiresScopes}.
 */
public record Scopes(List<Set<String>> anyOf) {

    /** Open to everybody. */
    public static final Scopes NONE = new Scopes(List.of());

    public Scopes {
        anyOf = List.copyOf(anyOf);
    }

    public boolean admit(Collection<String> scopes) {
        return anyOf.isEmpty() || anyOf.stream().anyMatch(scopes::containsAll);
    }
}
