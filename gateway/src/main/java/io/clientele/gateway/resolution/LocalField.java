package io.clientele.gateway.resolution;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.operation.FieldSelection;

/**
 * A field that the subgraph at hand answers.
 *
 * @param field the field
 * @param children how what is asked below it is resolved; null for a scalar or an enum
 */
public record LocalField(FieldSelection field, @Nullable Resolution children) {

    Cost cost() {
        Cost own = Cost.ofFields(1);
        return children == null ? own : own.beside(children.cost());
    }
}
