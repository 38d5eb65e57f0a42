package io.clientele.console.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;

/**
 * Answers GraphQL by the gateway's schema, out of memory: each field of a query or mutation as it is told to, and else as
 * {@link UsualAnswers} says. What the schema does not know is refused, as the gateway would.
 */
@ApplicationScoped
public class MadeUpShop {

    private final Map<String, Function<DataFetchingEnvironment, @Nullable Object>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<Void>> held = new ConcurrentHashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private final GraphQL graph =
            GraphQL.newGraphQL(PublicSchema.build(this::fetch)).build();

    /** A field that was asked for. */
    public record Asked(String field, Map<String, Object> arguments) {}

    /** Forgets all that it was told. */
    public synchronized void reset() {
        answers.clear();
        held.values().forEach(waiting -> waiting.complete(null));
        held.clear();
        asked.clear();
    }

    /** Answers a field so from now on. */
    public void answers(String field, Function<DataFetchingEnvironment, @Nullable Object> answer) {
        answers.put(field, answer);
    }

    /** Refuses a field from now on, with null for it. */
    public void refuses(String field, String code, String message) {
        answers.put(field, environment -> refusal(environment, code, message));
    }

    /** The answer to a field that a service refuses. */
    public static Object refusal(DataFetchingEnvironment environment, String code, String message) {
        return DataFetcherResult.newResult()
                .error(GraphqlErrorBuilder.newError(environment)
                        .message(message)
                        .extensions(Map.of("code", code, "service", "profile"))
                        .build())
                .build();
    }

    /** Answers a field as usual again. */
    public void recovers(String field) {
        answers.remove(field);
    }

    /** Does not answer a field until it is let go. */
    public void holds(String field) {
        held.put(field, new CompletableFuture<>());
    }

    public void letsGo(String field) {
        CompletableFuture<Void> waiting = held.remove(field);
        if (waiting != null) {
            waiting.complete(null);
        }
    }

    /** What was asked of a field, the latest last. */
    public synchronized List<Map<String, Object>> asked(String field) {
        return asked.stream()
                .filter(one -> one.field().equals(field))
                .map(Asked::arguments)
                .toList();
    }

    CompletableFuture<ExecutionResult> execute(ExecutionInput input) {
        return graph.executeAsync(input);
    }

    private @Nullable Object fetch(DataFetchingEnvironment environment) {
        String field = environment.getField().getName();
        synchronized (this) {
            asked.add(new Asked(field, environment.getArguments()));
        }
        CompletableFuture<Void> waiting = held.get(field);
        return waiting == null ? answer(field, environment) : waiting.thenApply(go -> answer(field, environment));
    }

    private @Nullable Object answer(String field, DataFetchingEnvironment environment) {
        Function<DataFetchingEnvironment, @Nullable Object> told = answers.get(field);
        return told != null ? told.apply(environment) : UsualAnswers.to(field, environment);
    }
}
