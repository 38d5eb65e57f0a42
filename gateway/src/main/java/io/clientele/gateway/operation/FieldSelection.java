package io.clientele.gateway.operation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.gateway.supergraph.SupergraphField;

/**
 * One field that is asked.
 *
 * @param responseKey the name under which it is answered: its alias, or its own name
 * @param field the field of the type on which it is asked
 * @param arguments its arguments as GraphQL text with the parentheses; empty if there are none
 * @param variables the names of the variables that the arguments use
 * @param children what is asked below it; null for a scalar or an enum
 * @param order where it stands in the document, counted from its beginning: answers keep that order
 */
public record FieldSelection(
        String responseKey,
        SupergraphField field,
        String arguments,
        Set<String> variables,
        @Nullable Selections children,
        int order) {

    /** The same field with other selections below it. */
    public FieldSelection withChildren(@Nullable Selections others) {
        return new FieldSelection(responseKey, field, arguments, variables, others, order);
    }

    /** The same selection of a type's own version of the field. */
    FieldSelection of(SupergraphField own) {
        return new FieldSelection(responseKey, own, arguments, variables, children, order);
    }

    /** The same field, answered under another name. */
    public FieldSelection as(String otherKey) {
        return otherKey.equals(responseKey)
                ? this
                : new FieldSelection(otherKey, field, arguments, variables, children, order);
    }

    /** Whether both ask the same field with the same arguments, whatever is asked below. */
    public boolean asksSameAs(FieldSelection other) {
        return field.name().equals(other.field.name()) && arguments.equals(other.arguments);
    }
}
