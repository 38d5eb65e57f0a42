package io.clientele.edge.graphql;

import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;

import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;

import graphql.schema.GraphQLSchema;

/**
 * SmallRye's execution of a request, with the errors of every answer coded.
 *
 * <p>SmallRye's own extension point for errors sees only what a resolver threw; syntax, validation and limits pass it
 * by. Here everything passes.
 */
@Unremovable
@Alternative
@Priority(1)
@Singleton
class CodedExecutionService extends ExecutionService {

    @Inject
    CodedExecutionService(GraphQLSchema graphql, Schema schema) {
        super(graphql, schema);
    }

    @Override
    public void execute(
            JsonObject request, Map<String, Object> context, ExecutionResponseWriter writer, boolean async) {
        super.execute(request, context, new CodedResponseWriter(request.getString("query", ""), writer), async);
    }
}
