package io.clientele.gateway.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.plan.Step;

/**
 * An object of the joined answers.
 *
 * @param object its fields by response key
 * @param path where it is; null for the root
 */
record Target(Map<String, Object> object, @Nullable AnswerPath path) {

    /** The objects at the end of a path, those in lists each for itself. */
    static List<Target> at(Map<String, Object> root, List<Step> path) {
        List<Target> targets = List.of(new Target(root, null));
        for (Step step : path) {
            List<Target> next = new ArrayList<>();
            for (Target target : targets) {
                if (step.of().isEmpty() || step.of().contains(String.valueOf(target.object.get("__typename")))) {
                    collect(target.object.get(step.key()), AnswerPath.below(target.path, step.key()), next);
                }
            }
            targets = next;
        }
        return targets;
    }

    private static void collect(@Nullable Object value, AnswerPath path, List<Target> found) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), AnswerPath.below(path, i), found);
            }
        } else if (value instanceof Map<?, ?> map) {
            found.add(new Target(Json.object(map), path));
            AnswerTooLargeException.check(found.size());
        }
    }
}
