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
 * @param refused whether the caller may not see it: nobody is asked for it, and it is answered by null and an error
 */
public record FieldSelection(
        String responseKey,
        SupergraphField field,
        String arguments,
        Set<String> variables,
        @Nullable Selections children,
        int order,
        boolean refused) {

    /** The same field with other selections below it. */
    public FieldSelection withChildren(@Nullable Selections others) {
        return new FieldSelection(responseKey, field, arguments, variables, others, order, refused);
    }

    /** The same field, which the caller may not see. */
    public FieldSelection refuse() {
        return new FieldSelection(responseKey, field, arguments, variables, children, order, true);
    }

    /** The same selection of a type's own version of the field. */
    FieldSelection of(SupergraphField own) {
        return new FieldSelection(responseKey, own, arguments, variables, children, order, refused);
    }

    /** The same field, answered under another name. */
    public FieldSelection as(String otherKey) {
        return otherKey.equals(responseKey)
                ? this
                : new FieldSelection(otherKey, field, arguments, variables, children, order, refused);
    }
}
