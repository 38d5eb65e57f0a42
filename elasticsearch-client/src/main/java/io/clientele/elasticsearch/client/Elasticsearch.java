package io.clientele.elasticsearch.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.http.ContentTooLongException;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Cancellable;
import org.elasticsearch.client.HttpAsyncResponseConsumerFactory.HeapBufferedResponseConsumerFactory;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventDocument;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Sends requests to Elasticsearch without blocking. Every method fails with an {@link ElasticsearchFailure} and answers
 * on the Vert.x context that it was called on. An answer that nobody waits for any more is cancelled.
 */
@ApplicationScoped
public class Elasticsearch {

    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    /** Keeps decimals as they were written, since events are read through it. */
    private static final JsonMapper JSON = EventDocument.MAPPER;

    /** Thousands of ordinary events; a JSON tree takes some times as much memory as its text. */
    private static final int MOST_ANSWERED = 8 * 1024 * 1024;

    private static final RequestOptions BOUNDED = bounded(MOST_ANSWERED);

    private final RestClient client;
    private final RequestSpans spans;

    Elasticsearch(RestClient client, RequestSpans spans) {
        this.client = client;
        this.spans = spans;
    }

    /**
     * Runs a search whose answer is whole or a failure.
     *
     * @param index the index or alias
     * @param parameters parameters of the address, such as {@code routing}
     * @throws ElasticsearchFailure.Partial (through the {@code Uni}) if a shard failed or the search timed out
     */
    public Uni<ObjectNode> search(String index, Map<String, String> parameters, ObjectNode body) {
        Request request = new Request("POST", "/" + index + "/_search");
        request.addParameters(parameters);
        request.addParameter("allow_partial_search_results", "false");
        return perform(withJson(request, body)).map(Elasticsearch::whole);
    }

    /**
     * Runs a search and gives its answer unread, for callers that need no tree of it. They must look at {@code timed_out}
     * and {@code _shards.failed} themselves.
     *
     * @param mostAnswered most bytes of the answer
     * @throws ElasticsearchFailure.Partial (through the {@code Uni}) {@link ElasticsearchFailure.Partial#tooLarge} if the
     *     answer has more bytes
     */
    public Uni<byte[]> searchUnread(String index, Map<String, String> parameters, ObjectNode body, int mostAnswered) {
        Request request = new Request("POST", "/" + index + "/_search");
        request.addParameters(parameters);
        request.addParameter("allow_partial_search_results", "false");
        return perform(withJson(request, body), bounded(mostAnswered), Elasticsearch::bytes);
    }

    /** Sends lines of newline-delimited JSON to {@code _bulk}; the answer tells of each item in the lines' order. */
    public Uni<ObjectNode> bulk(byte[] lines, Map<String, String> parameters) {
        Request request = new Request("POST", "/_bulk");
        request.addParameters(parameters);
        request.setEntity(new NByteArrayEntity(lines, NDJSON));
        return perform(request);
    }

    /** Sends any other request; without a body if {@code body} is null. An empty answer is an empty object. */
    public Uni<ObjectNode> send(String method, String path, Map<String, String> parameters, @Nullable JsonNode body) {
        Request request = new Request(method, path);
        request.addParameters(parameters);
        return perform(body == null ? request : withJson(request, body));
    }

    private Request withJson(Request request, JsonNode body) {
        try {
            request.setEntity(new NByteArrayEntity(JSON.writeValueAsBytes(body), ContentType.APPLICATION_JSON));
            return request;
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("a JSON tree that cannot be written", unwritable);
        }
    }

    private Uni<ObjectNode> perform(Request request) {
        return perform(request, BOUNDED, Elasticsearch::read);
    }

    private <T> Uni<T> perform(Request request, RequestOptions options, AnswerReading<T> reading) {
        return Uni.createFrom().<T>emitter(emitter -> {
            Span span = spans.start(request.getEndpoint());
            Listener<T> listener = new Listener<>(emitter, CallersContext.capture(), reading, span);
            request.setOptions(options);
            Cancellable running = client.performRequestAsync(request, listener);
            emitter.onTermination(running::cancel);
        });
    }

    private static RequestOptions bounded(int mostAnswered) {
        return RequestOptions.DEFAULT.toBuilder()
                .setHttpAsyncResponseConsumerFactory(new HeapBufferedResponseConsumerFactory(mostAnswered))
                .build();
    }

    private static ObjectNode whole(ObjectNode answer) {
        if (answer.path("timed_out").asBoolean()
                || answer.path("_shards").path("failed").asInt() > 0) {
            throw new ElasticsearchFailure.Partial(
                    "the search is incomplete: " + answer.path("_shards").path("failures"));
        }
        return answer;
    }

    /** What is made of an answer. */
    private interface AnswerReading<T> {

        T read(Response response) throws IOException;
    }

    /** Carries one answer from the client's thread to the caller's context. */
    private static final class Listener<T> implements ResponseListener {

        private final UniEmitter<? super T> emitter;
        private final CallersContext context;
        private final AnswerReading<T> reading;
        private final Span span;

        Listener(UniEmitter<? super T> emitter, CallersContext context, AnswerReading<T> reading, Span span) {
            this.emitter = emitter;
            this.context = context;
            this.reading = reading;
            this.span = span;
        }

        @Override
        public void onSuccess(Response response) {
            try {
                T answer = reading.read(response);
                span.end();
                context.run(() -> emitter.complete(answer));
            } catch (IOException | NumberFormatException broken) {
                onFailure(broken);
            }
        }

        @Override
        public void onFailure(Exception cause) {
            ElasticsearchFailure failure = Failures.of(cause);
            RequestSpans.fail(span, failure);
            context.run(() -> emitter.fail(failure));
        }
    }

    private static byte[] bytes(Response response) throws IOException {
        try (InputStream content = response.getEntity().getContent()) {
            // All of it is there; to read it piece by piece would copy it once more.
            byte[] bytes = new byte[content.available()];
            content.readNBytes(bytes, 0, bytes.length);
            return bytes;
        }
    }

    private static ObjectNode read(Response response) throws IOException {
        if (response.getEntity() == null) {
            return JSON.createObjectNode();
        }
        JsonNode answer = JSON.readTree(response.getEntity().getContent());
        if (answer instanceof ObjectNode object) {
            return object;
        }
        throw new IOException("the answer to " + response.getRequestLine() + " is no JSON object");
    }

    /** Reads an error out of what the client throws. */
    private static final class Failures {

        static ElasticsearchFailure of(Exception cause) {
            if (cause instanceof ContentTooLongException) {
                return ElasticsearchFailure.Partial.ofTooLarge("the answer is too large: " + cause.getMessage());
            }
            if (!(cause instanceof ResponseException answered)) {
                return new ElasticsearchFailure.Unavailable("Elasticsearch gives no answer: " + cause, cause);
            }
            int status = answered.getResponse().getStatusLine().getStatusCode();
            return switch (status) {
                case 429 -> new ElasticsearchFailure.Overloaded("Elasticsearch is overloaded");
                default ->
                    status >= 500
                            ? new ElasticsearchFailure.Unavailable("Elasticsearch answers " + status, cause)
                            : refused(status, answered);
            };
        }

        private static ElasticsearchFailure refused(int status, ResponseException answered) {
            try {
                JsonNode error = JSON.readTree(
                                answered.getResponse().getEntity().getContent())
                        .path("error");
                JsonNode root = error.path("root_cause").path(0);
                JsonNode told = root.isMissingNode() ? error : root;
                return new ElasticsearchFailure.Refused(
                        status, told.path("type").asText(), told.path("reason").asText());
            } catch (IOException | UnsupportedOperationException | IllegalArgumentException unreadable) {
                ElasticsearchFailure refused =
                        new ElasticsearchFailure.Refused(status, "unknown", String.valueOf(answered.getMessage()));
                refused.addSuppressed(unreadable);
                return refused;
            }
        }
    }
}
