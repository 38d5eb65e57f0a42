package io.clientele.gateway.execute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The paths of errors, to be asked whether one of them explains what is missing elsewhere. */
final class ToldPaths {

    private static final class Node {
        private final Map<Object, Node> below = new HashMap<>();
        private boolean told;
    }

    private final Node root = new Node();

    ToldPaths(List<AnswerError> errors) {
        for (AnswerError error : errors) {
            if (error.path() != null) {
                Node node = root;
                for (Object key : error.path()) {
                    node = node.below.computeIfAbsent(key, any -> new Node());
                }
                node.told = true;
            }
        }
    }

    /** Whether an error is told at that path, above or below it. */
    boolean explains(List<Object> path) {
        Node node = root;
        for (Object key : path) {
            node = node.below.get(key);
            if (node == null || node.told) {
                return node != null;
            }
        }
        return true;
    }
}
