package io.clientele.gateway.supergraph;

import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;

/** The type of a field, as the schema wraps it. */
public sealed interface TypeRef {

    /** Whether the field may be null. */
    boolean nullable();

    /** The type under all lists. */
    String name();

    /** A type without a list around it. */
    record Named(String name, boolean nullable) implements TypeRef {}

    /** A list. */
    record ListOf(TypeRef items, boolean nullable) implements TypeRef {
        @Override
        public String name() {
            return items.name();
        }
    }

    static TypeRef of(Type<?> type) {
        return of(type, true);
    }

    private static TypeRef of(Type<?> type, boolean nullable) {
        return switch (type) {
            case NonNullType wrapper -> of(wrapper.getType(), false);
            case ListType list -> new ListOf(of(list.getType()), nullable);
            case TypeName named -> new Named(named.getName(), nullable);
            default -> throw new MalformedSupergraphException("a type is none: " + type);
        };
    }
}
