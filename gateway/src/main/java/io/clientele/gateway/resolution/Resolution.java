package io.clientele.gateway.resolution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;

/**
 * How the selections on a value are resolved, for each object that it can be. An interface object stands for itself.
 *
 * @param type the value's type as the subgraph declares it
 * @param byObject the objects that it can be in that subgraph, each with its resolution
 * @param cost what all of it costs
 */
public record Resolution(CompositeType type, Map<CompositeType, ObjectResolution> byObject, Cost cost) {

    static Resolution of(CompositeType type, Map<CompositeType, ObjectResolution> byObject) {
        Cost cost = byObject.values().stream().map(ObjectResolution::cost).reduce(Cost.NONE, Cost::or);
        return new Resolution(type, byObject, cost);
    }

    static Resolution of(CompositeType type, ObjectResolution resolution) {
        return of(type, Map.of(type, resolution));
    }

    /** What remains unresolved of the selections; null if nothing does. */
    @Nullable
    Selections missing(Selections wanted) {
        if (byObject.values().stream()
                .allMatch(resolution -> resolution.missing().isEmpty())) {
            return null;
        }
        Map<CompositeType, List<FieldSelection>> only = new LinkedHashMap<>();
        byObject.forEach((object, resolution) -> {
            if (!resolution.missing().isEmpty() && object.isObject()) {
                only.put(object, resolution.missing());
            }
        });
        List<FieldSelection> common = byObject.entrySet().stream()
                .filter(entry -> !entry.getKey().isObject())
                .flatMap(entry -> entry.getValue().missing().stream())
                .toList();
        return new Selections(wanted.type(), common, only);
    }

    /** Whether it resolves nothing at all. */
    boolean isBare() {
        return byObject.values().stream()
                .allMatch(resolution ->
                        resolution.local().isEmpty() && resolution.hops().isEmpty());
    }
}
