package io.clientele.gateway.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/**
 * The fields that an answer must not hold.
 *
 * @param paths each a field, by the steps that lead to it from the root
 */
public record Withheld(List<List<Step>> paths) {

    public Withheld {
        paths = paths.stream().map(List::copyOf).toList();
    }

    /** Whether the caller sees all that it asked for. */
    public boolean isNothing() {
        return paths.isEmpty();
    }

    /**
     * Makes the fields null in the data of an answer, and what must not be null above them as GraphQL has it; each that would
     * have been answered is an error {@code FORBIDDEN} with its path.
     *
     * @param data the data that the admitted document was answered with; is left as it is
     */
    public Answered from(@Nullable Map<String, Object> data) {
        Withholding withholding = new Withholding();
        @Nullable Map<String, Object> left = data;
        for (List<Step> path : paths) {
            left = left == null ? null : withholding.fromObject(left, path, List.of());
        }
        return new Answered(left, List.copyOf(withholding.errors));
    }

    /**
     * A field on the way.
     *
     * @param key its key in the answer
     * @param type what it answers
     * @param owners the names of the objects that it can be a field of
     */
    record Step(String key, GraphQLOutputType type, Set<String> owners) {}

    /**
     * An answer without what its caller may not see.
     *
     * @param data null if a field at the root must not be null and is
     * @param errors in the form of GraphQL's response
     */
    public record Answered(@Nullable Map<String, Object> data, List<Map<String, Object>> errors) {}

    /** One pass over an answer. Each method answers what is left of a value: null if it must be null. */
    private static final class Withholding {

        private final List<Map<String, Object>> errors = new ArrayList<>();

        private @Nullable Map<String, Object> fromObject(
                Map<String, Object> object, List<Step> steps, List<Object> above) {
            Step step = steps.getFirst();
            Object value = object.get(step.key);
            if (value == null) {
                return object;
            }
            List<Object> path = below(above, step.key);
            @Nullable Object left;
            if (steps.size() > 1) {
                left = fromValue(value, steps.subList(1, steps.size()), path, step.type);
            } else if (value instanceof String name && step.owners.contains(name)) {
                errors.add(forbidden(path));
                left = null;
            } else {
                // A field of the same name in the answer, but of another type.
                left = value;
            }
            if (left == null && GraphQLTypeUtil.isNonNull(step.type)) {
                return null;
            }
            Map<String, Object> copy = new LinkedHashMap<>(object);
            put(copy, step.key, left);
            return copy;
        }

        private @Nullable Object fromValue(Object value, List<Step> steps, List<Object> path, GraphQLType type) {
            return switch (value) {
                case List<?> list ->
                    fromList(list, steps, path, GraphQLTypeUtil.unwrapOne(GraphQLTypeUtil.unwrapNonNull(type)));
                case Map<?, ?> object -> fromObject(cast(object), steps, path);
                default -> value;
            };
        }

        private @Nullable Object fromList(List<?> list, List<Step> steps, List<Object> path, GraphQLType element) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            for (int i = 0; i < list.size(); i++) {
                Object each = list.get(i);
                @Nullable Object left = each == null ? null : fromValue(each, steps, below(path, i), element);
                if (each != null && left == null && GraphQLTypeUtil.isNonNull(element)) {
                    return null;
                }
                copy.add(left);
            }
            return copy;
        }

        private static List<Object> below(List<Object> path, Object key) {
            List<Object> longer = new ArrayList<>(path);
            longer.add(key);
            return longer;
        }

        /** Values of an answer are null where GraphQL says so, which the type of maps does not tell. */
        @SuppressWarnings("NullAway")
        private static void put(Map<String, Object> object, String key, @Nullable Object value) {
            object.put(key, value);
        }

        @SuppressWarnings("unchecked") // the keys of an object in an answer are texts
        private static Map<String, Object> cast(Map<?, ?> object) {
            return (Map<String, Object>) object;
        }

        private static Map<String, Object> forbidden(List<Object> path) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", "The token has no role that may do this.");
            error.put("path", path);
            error.put("extensions", Map.of("code", "FORBIDDEN"));
            return error;
        }
    }
}
