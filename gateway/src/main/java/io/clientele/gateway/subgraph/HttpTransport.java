package io.clientele.gateway.subgraph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphRequest;
import io.clientele.gateway.execute.SubgraphTransport;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;

/**
 * Carries requests to subgraphs over HTTP/1.1 on connections that are kept.
 *
 * <p>Counts and times them as {@code clientele_gateway_subgraph_seconds} by subgraph and outcome.
 */
public final class HttpTransport implements SubgraphTransport {

    private final Map<String, SubgraphClient> clients;

    /**
     * Opens no connection yet.
     *
     * @param introduction the headers by which every request says that it is the gateway's
     */
    public HttpTransport(
            Vertx vertx,
            List<SubgraphAddress> addresses,
            SubgraphSettings settings,
            Supplier<Map<String, String>> introduction,
            MeterRegistry meters) {
        HttpClient http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setDecompressionSupported(true),
                new PoolOptions().setHttp1MaxSize(settings.connections()).setMaxWaitQueueSize(settings.waiting()));
        this.clients = addresses.stream()
                .map(address -> Map.entry(
                        address.subgraph(), new SubgraphClient(vertx, http, address, settings, introduction, meters)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public CompletionStage<SubgraphAnswer> send(SubgraphRequest request) {
        return Objects.requireNonNull(clients.get(request.subgraph()), "plans ask subgraphs of the supergraph only")
                .send(request);
    }
}
