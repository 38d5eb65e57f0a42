package io.clientele.gateway.execute;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The fields that a plan leaves out because the caller may not see them. */
final class Refusals {

    /** The most places at which refusals are told; a list of thousands would tell one thousands of times. */
    private static final int TOLD_PLACES = 100;

    private final Set<List<?>> paths;
    private int told;

    /**
     * Notes the refused fields.
     *
     * @param paths their paths by response key, without places in lists
     */
    Refusals(List<List<String>> paths) {
        this.paths = new HashSet<>(paths);
    }

    /** The error of a field that has no value, if it has none because it was refused; null otherwise. */
    @Nullable
    AnswerError explain(AnswerPath path) {
        if (paths.isEmpty() || told == TOLD_PLACES) {
            return null;
        }
        List<Object> keys = AnswerPath.keys(path);
        if (!paths.contains(
                keys.stream().filter(key -> !(key instanceof Integer)).toList())) {
            return null;
        }
        told++;
        return new AnswerError("The token has no role that may see this.", keys, "FORBIDDEN", null, Map.of());
    }
}
