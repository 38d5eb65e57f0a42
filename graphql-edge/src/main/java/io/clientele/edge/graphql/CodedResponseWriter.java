package io.clientele.edge.graphql;

import java.util.List;

import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;

import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;

/** Codes the errors of an answer on its way out. */
final class CodedResponseWriter implements ExecutionResponseWriter {

    private final String document;
    private final ExecutionResponseWriter next;

    CodedResponseWriter(String document, ExecutionResponseWriter next) {
        this.document = document;
        this.next = next;
    }

    @Override
    public void write(ExecutionResponse response) {
        ExecutionResult result = response.getExecutionResult();
        if (result.getErrors().isEmpty()) {
            next.write(response);
            return;
        }
        List<GraphQLError> errors = result.isDataPresent()
                ? ErrorCoding.coded(result.getErrors())
                : ErrorCoding.syntaxError(document)
                        .map(List::of)
                        .orElseGet(() -> ErrorCoding.coded(result.getErrors()));
        next.write(new ExecutionResponse(result.transform(builder -> builder.errors(errors))));
    }

    @Override
    public void fail(Throwable fault) {
        next.write(new ExecutionResponse(new ExecutionResultImpl(ErrorCoding.internal(fault))));
    }
}
