package io.clientele.command.catchup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.command.access.Tokens;
import io.clientele.command.home.CommandFailure;
import io.clientele.command.query.GraphQLClient;

/** Asks the services of a stack. */
public final class StackWork implements Work {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The name that profile-service reads the feed by, unless it is configured otherwise. */
    private static final String CONSUMER = "profile";

    private static final String SELF = "command";
    private static final String BACKLOG = "{ backlog { moves evaluations } customersIndex { live filling pending } }";
    private static final String MEASURE = "mutation { measureValueScale { evaluations } }";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String funnelService;
    private final GraphQLClient gateway;
    private final Tokens tokens;

    /**
     * The services' work.
     *
     * @param funnelService its address
     * @param gateway with the token of an admin
     */
    public StackWork(String funnelService, GraphQLClient gateway, Tokens tokens) {
        this.funnelService = funnelService;
        this.gateway = gateway;
        this.tokens = tokens;
    }

    @Override
    public Outstanding now() throws IOException, InterruptedException {
        // The feed first: what follows from events that are folded by then is in what profile-service says afterwards.
        OptionalLong events = behind();
        JsonNode data = gateway.data(BACKLOG, "{}");
        JsonNode index = data.path("customersIndex");
        return new Outstanding(
                events,
                data.at("/backlog/moves").asLong(),
                data.at("/backlog/evaluations").asLong(),
                index.path("pending").asLong(),
                index.hasNonNull("live") && !index.hasNonNull("filling"));
    }

    @Override
    public void measureValueScale() throws InterruptedException {
        gateway.data(MEASURE, "{}");
    }

    private OptionalLong behind() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(funnelService + "/internal/v1/feed/consumers"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.issueToServices(SELF))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw CommandFailure.failed("funnel-service does not tell how far its feed is read (HTTP "
                    + answer.statusCode() + "): " + answer.body());
        }
        for (JsonNode consumer : JSON.readTree(answer.body()).path("consumers")) {
            if (consumer.path("name").asText().equals(CONSUMER)) {
                return OptionalLong.of(consumer.path("behind").asLong());
            }
        }
        return OptionalLong.empty();
    }
}
