package io.clientele.gateway.operation;

import java.util.List;
import java.util.Map;

import graphql.language.Field;

/**
 * One operation of a document.
 *
 * @param kind whether it reads or changes
 * @param selections what it asks of the data
 * @param introspection the fields by which it asks for the schema
 * @param variables the definitions of its variables as GraphQL text, such as {@code $first:Int=10}, by name
 */
public record Operation(Kind kind, Selections selections, List<Field> introspection, Map<String, String> variables) {

    /** What an operation may be; subscriptions are not served. */
    public enum Kind {
        QUERY,
        MUTATION
    }
}
