package io.clientele.profile.identity;

import java.util.HashMap;
import java.util.Map;

/** Union-find over texts, with path halving; joining n texts costs about n steps. */
final class DisjointSets {

    private final Map<String, String> parents = new HashMap<>();

    /** The text that stands for the set of this one; a new text is a set of its own. */
    String find(String text) {
        String at = text;
        String parent = parents.computeIfAbsent(at, one -> one);
        while (!parent.equals(at)) {
            String grandparent = parents.getOrDefault(parent, parent);
            parents.put(at, grandparent);
            at = grandparent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }

    void join(String one, String other) {
        parents.put(find(one), find(other));
    }

    boolean joined(String one, String other) {
        return find(one).equals(find(other));
    }
}
