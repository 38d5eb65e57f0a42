package io.clientele.gateway.plan;

import java.util.Set;
import java.util.TreeSet;

/**
 * A step down the answer, through any number of lists.
 *
 * @param key the response key to follow
 * @param of the types of which an object must be for the step to be taken; any, if empty
 */
public record Step(String key, Set<String> of) {
    public Step {
        of = Set.copyOf(of);
    }

    @Override
    public String toString() {
        return of.isEmpty() ? key : key + "|" + String.join("|", new TreeSet<>(of));
    }
}
