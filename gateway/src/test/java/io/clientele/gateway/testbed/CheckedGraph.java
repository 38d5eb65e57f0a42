package io.clientele.gateway.testbed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;

/** A schema that is executed as graphql-java does it, with each document parsed and validated once. */
final class CheckedGraph {

    private final GraphQLSchema schema;
    private final GraphQL graph;
    private String query = "";
    private PreparsedDocumentEntry entry = new PreparsedDocumentEntry(List.of());

    CheckedGraph(GraphQLSchema schema) {
        this.schema = schema;
        this.graph = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(check(input.getQuery())))
                .build();
    }

    GraphQLSchema schema() {
        return schema;
    }

    /** Why the schema does not allow the document; nothing if it does. */
    List<String> refusals(String document) {
        PreparsedDocumentEntry checked = check(document);
        return checked.hasErrors()
                ? checked.getErrors().stream().map(Object::toString).toList()
                : List.of();
    }

    ExecutionResult execute(String document, Map<String, Object> variables) {
        return graph.execute(
                ExecutionInput.newExecutionInput(document).variables(variables).build());
    }

    private PreparsedDocumentEntry check(String document) {
        if (!document.equals(query)) {
            Document parsed = Parser.parse(document);
            List<ValidationError> errors = new Validator().validateDocument(schema, parsed, Locale.ROOT);
            entry = errors.isEmpty() ? new PreparsedDocumentEntry(parsed) : new PreparsedDocumentEntry(errors);
            query = document;
        }
        return entry;
    }
}
