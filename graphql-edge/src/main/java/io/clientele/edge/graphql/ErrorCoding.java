package io.clientele.edge.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.clientele.edge.CodedFailure;
import io.clientele.edge.EdgeCode;
import io.clientele.edge.ManyRefusals;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.AbortExecutionException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.validation.ValidationError;

/** Gives each error of an answer its code, and masks and logs the ones that are faults of ours. */
final class ErrorCoding {

    private static final Logger LOG = Logger.getLogger(ErrorCoding.class);

    private ErrorCoding() {}

    /**
     * Codes the errors of a request that was executed, in their order.
     *
     * <p>A field that may not be null and failed is reported twice: by its failure and by its being null. The second
     * says nothing that the client does not know, and is left out.
     */
    static List<GraphQLError> coded(List<GraphQLError> errors) {
        Set<List<String>> failed = errors.stream()
                .filter(error -> !isOfNull(error))
                .map(ErrorCoding::path)
                .collect(Collectors.toSet());
        return errors.stream()
                .filter(error -> !(isOfNull(error) && failed.contains(path(error))))
                .flatMap(error -> coded(error).stream())
                .toList();
    }

    private static boolean isOfNull(GraphQLError error) {
        return error.getErrorType() == ErrorType.NullValueInNonNullableField;
    }

    /** Where in the answer: what SmallRye could not read of an argument has this as its query path. */
    private static List<String> path(GraphQLError error) {
        if (error instanceof ValidationError refused && refused.getQueryPath() != null) {
            return refused.getQueryPath();
        }
        return error.getPath() == null
                ? List.of()
                : error.getPath().stream().map(String::valueOf).toList();
    }

    /**
     * The syntax error of a document, if it has one.
     *
     * <p>SmallRye answers a document that does not parse without saying where, so it is parsed again for that.
     */
    static Optional<GraphQLError> syntaxError(String document) {
        ParserEnvironment environment = ParserEnvironment.newParserEnvironment()
                .document(document)
                .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                .build();
        try {
            new Parser().parseDocument(environment);
            return Optional.empty();
        } catch (InvalidSyntaxException invalid) {
            return Optional.of(codedAlone(invalid.toInvalidSyntaxError()));
        }
    }

    /** Logs a fault of ours, and returns what the client sees of it. */
    static GraphQLError internal(Throwable fault) {
        return masked(GraphqlErrorBuilder.newError(), fault);
    }

    /** An error of the edge's own, about the request as a whole. */
    static GraphQLError refusal(EdgeCode code, String message) {
        return error(GraphqlErrorBuilder.newError(), code.name(), null, message);
    }

    private static List<GraphQLError> coded(GraphQLError error) {
        if (error instanceof ExceptionWhileDataFetching failed) {
            for (Throwable cause = failed.getException(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ManyRefusals many) {
                    return many.refusals().stream()
                            .map(refusal -> error(located(error), refusal.code(), refusal.field(), refusal.message()))
                            .toList();
                }
            }
        }
        return List.of(codedAlone(error));
    }

    private static GraphQLError codedAlone(GraphQLError error) {
        return switch (error) {
            case ExceptionWhileDataFetching failed -> fetching(failed, failed.getException());
            case AbortExecutionException aborted
            when aborted.getCause() != null -> masked(located(error), aborted.getCause());
            case AbortExecutionException aborted -> copy(aborted, EdgeCode.GRAPHQL_LIMIT);
            case BadFaithIntrospectionError repeated -> copy(repeated, EdgeCode.GRAPHQL_LIMIT);
            case InvalidSyntaxError syntax -> copy(syntax, EdgeCode.GRAPHQL_SYNTAX);
            default -> byType(error);
        };
    }

    private static GraphQLError byType(GraphQLError error) {
        ErrorClassification type = error.getErrorType();
        if (type == ErrorType.ValidationError || type == ErrorType.OperationNotSupported) {
            return copy(error, EdgeCode.GRAPHQL_VALIDATION);
        }
        return masked(located(error), new IllegalStateException(type + ": " + error.getMessage()));
    }

    private static GraphQLError fetching(GraphQLError error, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case CodedFailure coded -> {
                    return error(located(error), coded.code(), coded.field(), String.valueOf(cause.getMessage()));
                }
                case UnauthorizedException missing -> {
                    return error(located(error), EdgeCode.UNAUTHENTICATED.name(), null, "A valid token is needed.");
                }
                case ForbiddenException denied -> {
                    return error(
                            located(error), EdgeCode.FORBIDDEN.name(), null, "The token has no role that may do this.");
                }
                default -> {
                    // Not an answer of ours: what it was caused by may be one.
                }
            }
        }
        return masked(located(error), thrown);
    }

    private static GraphQLError masked(GraphqlErrorBuilder<?> builder, Throwable fault) {
        LOG.error("A GraphQL request failed", fault);
        return error(builder, EdgeCode.INTERNAL.name(), null, "The service failed to answer; its log tells why.");
    }

    private static GraphQLError copy(GraphQLError error, EdgeCode code) {
        return error(located(error), code.name(), null, String.valueOf(error.getMessage()));
    }

    private static GraphqlErrorBuilder<?> located(GraphQLError error) {
        GraphqlErrorBuilder<?> builder = GraphqlErrorBuilder.newError();
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        return error.getLocations() == null ? builder : builder.locations(error.getLocations());
    }

    private static GraphQLError error(
            GraphqlErrorBuilder<?> builder, String code, @Nullable String field, String message) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        if (field != null) {
            extensions.put("field", field);
        }
        // A classification of its own: SmallRye answers ExecutionAborted with an empty 500.
        return builder.message("%s", message)
                .errorType(ErrorClassification.errorClassification(code))
                .extensions(extensions)
                .build();
    }
}
