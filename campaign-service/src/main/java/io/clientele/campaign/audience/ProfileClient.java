package io.clientele.campaign.audience;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.edge.ServiceTokens;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;

/** Calls profile-service's internal endpoints. Answers come on any thread. */
@ApplicationScoped
class ProfileClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String base;
    private final ServiceTokens tokens;
    private final Duration timeout;

    ProfileClient(ProfileConfig config, ServiceTokens tokens) {
        String url = config.url().toString();
        this.base = url.endsWith("/") ? url : url + "/";
        this.tokens = tokens;
        this.timeout = config.timeout();
    }

    /** Before anything is asked. */
    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent event) {
        tokens.require();
    }

    /** What a resource says; see {@link #send}. */
    Uni<String> get(String path, Duration patience) {
        return send("GET", path, BodyPublishers.noBody(), patience);
    }

    /** What comes of a document; see {@link #send}. */
    Uni<JsonNode> post(String path, JsonNode body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()), Duration.ZERO)
                .map(ProfileClient::json);
    }

    /** What comes of a document that takes another's place; see {@link #send}. */
    Uni<JsonNode> put(String path, JsonNode body) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()), Duration.ZERO)
                .map(ProfileClient::json);
    }

    /** A JSON text of an answer. */
    static JsonNode json(String text) {
        try {
            return EventDocument.MAPPER.readTree(text);
        } catch (IOException notOurs) {
            throw ProfileFailure.away("answers something that is no JSON");
        }
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }

    /**
     * Sends a request.
     *
     * @param patience how long the question itself asks to wait
     * @return the body; fails with {@link ProfileFailure}
     */
    private Uni<String> send(String method, String path, BodyPublisher body, Duration patience) {
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(
                        HttpRequest.newBuilder(URI.create(base + path))
                                .timeout(timeout.plus(patience))
                                .header("Authorization", "Bearer " + tokens.issue())
                                .header("Content-Type", "application/json")
                                .method(method, body)
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .onFailure(IOException.class)
                .transform(away -> ProfileFailure.away("gives no answer: " + away.getMessage()))
                .map(ProfileClient::checked);
    }

    private static String checked(HttpResponse<String> answer) {
        int status = answer.statusCode();
        if (status == OK) {
            return answer.body();
        }
        if (status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS) {
            throw ProfileFailure.away("answers " + status);
        }
        JsonNode error = json(answer.body()).path("error");
        String code = error.path("code").asText("");
        if (code.isEmpty()) {
            throw ProfileFailure.away("answers " + status + " without saying why");
        }
        throw ProfileFailure.refused(
                code,
                error.hasNonNull("field") ? error.path("field").asText() : null,
                error.path("message").asText(code));
    }
}
