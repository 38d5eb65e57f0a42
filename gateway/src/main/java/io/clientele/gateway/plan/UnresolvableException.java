package io.clientele.gateway.plan;

import java.util.List;
import java.util.stream.Collectors;

import io.clientele.gateway.operation.FieldSelection;
import io.clientele.gateway.operation.Selections;
import io.clientele.gateway.supergraph.CompositeType;

/** The supergraph has a field that no chain of subgraphs can answer: a composition that was not checked. */
public final class UnresolvableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnresolvableException(CompositeType type, List<FieldSelection> fields) {
        super("No subgraph answers " + names(type.name(), fields), null, false, false);
    }

    private static String names(String type, List<FieldSelection> fields) {
        return fields.stream()
                .map(field -> type + "." + field.field().name() + below(field))
                .collect(Collectors.joining(", "));
    }

    private static String below(FieldSelection field) {
        Selections children = field.children();
        if (children == null) {
            return "";
        }
        String common = names(children.type().name(), children.common());
        String others = children.special().stream()
                .map(object -> names(object.name(), children.only(object)))
                .filter(names -> !names.isEmpty())
                .collect(Collectors.joining(", "));
        return " {" + common + (common.isEmpty() || others.isEmpty() ? "" : ", ") + others + "}";
    }
}
