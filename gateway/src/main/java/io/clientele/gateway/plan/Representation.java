package io.clientele.gateway.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What a subgraph is told of an object.
 *
 * @param typename the type as which the subgraph knows it; null where it needn't be told, or is as the object says
 * @param fields what of it is told, by the type of the object, or by {@link #ANY}
 */
public record Representation(@Nullable String typename, Map<String, List<Field>> fields) {

    /** Stands for whatever type an object has. */
    public static final String ANY = "*";

    public Representation {
        fields = Map.copyOf(fields);
    }

    /**
     * A field that is told.
     *
     * @param name its name
     * @param key the response key under which the answer has it
     * @param children what of it is told, unless it is a scalar or an enum
     */
    public record Field(String name, String key, @Nullable Representation children) {}

    /** Whether an object can be told of as both say: neither tells another thing under a name that both use. */
    boolean agreesWith(Representation other) {
        return Objects.equals(typename, other.typename)
                && fields.entrySet().stream()
                        .allMatch(
                                entry -> agree(entry.getValue(), other.fields.getOrDefault(entry.getKey(), List.of())));
    }

    private static boolean agree(List<Field> some, List<Field> others) {
        return some.stream()
                .allMatch(one -> others.stream()
                        .filter(other -> other.name.equals(one.name))
                        .allMatch(other -> other.key.equals(one.key)
                                && (one.children == null
                                        || other.children == null
                                        || one.children.agreesWith(other.children))));
    }

    /** Whether it tells all that the other tells. */
    boolean covers(Representation other) {
        return and(other).equals(this);
    }

    /** Tells what both tell. */
    Representation and(Representation other) {
        Map<String, List<Field>> both = new LinkedHashMap<>(fields);
        other.fields.forEach((type, more) -> both.merge(type, more, Representation::union));
        return new Representation(typename, both);
    }

    private static List<Field> union(List<Field> some, List<Field> others) {
        Map<String, Field> byName = new LinkedHashMap<>();
        some.forEach(field -> byName.put(field.name, field));
        others.forEach(field -> byName.merge(field.name, field, Representation::both));
        return List.copyOf(byName.values());
    }

    private static Field both(Field one, Field other) {
        return one.children == null || other.children == null
                ? one
                : new Field(one.name, one.key, one.children.and(other.children));
    }
}
