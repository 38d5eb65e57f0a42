package io.clientele.gateway.federation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLSchema;

/** Answers questions about the public schema; graphql-java does, which knows how. */
final class Introspection {

    private final GraphQLSchema schema;

    Introspection(GraphQLSchema schema) {
        this.schema = schema;
    }

    /**
     * Answers the fields of a valid document that ask for the schema.
     *
     * @param coerced the variables as the operation takes them
     */
    ExecutionResult answer(
            List<Field> fields, Document document, OperationDefinition operation, Map<String, Object> coerced) {
        OperationDefinition question = OperationDefinition.newOperationDefinition()
                .operation(OperationDefinition.Operation.QUERY)
                .variableDefinitions(operation.getVariableDefinitions())
                .selectionSet(SelectionSet.newSelectionSet(fields).build())
                .build();
        Document.Builder asked = Document.newDocument().definition(question);
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(asked::definition);
        PreparsedDocumentEntry entry = new PreparsedDocumentEntry(asked.build());
        GraphQL graphql = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(entry))
                .build();
        return graphql.execute(ExecutionInput.newExecutionInput()
                .query("introspection")
                .variables(coerced)
                .build());
    }
}
