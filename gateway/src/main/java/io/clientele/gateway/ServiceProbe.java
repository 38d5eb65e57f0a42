package io.clientele.gateway;

import java.time.Duration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

/** Asks one service whether it is ready. */
final class ServiceProbe {

    /** Well under the 10 s that an orchestrator commonly gives a probe. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final String address;

    ServiceProbe(String name, String address) {
        this.name = name;
        this.address = address;
    }

    String name() {
        return name;
    }

    /** What the service answers; never a failure. */
    Uni<Answer> ask(HttpClient client) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address)
                .setTimeout(PATIENCE.toMillis());
        return client.request(request)
                .flatMap(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .map(status -> status == 200
                        ? new Answer(true, "ready")
                        : new Answer(false, "not ready: " + address + " answers " + status))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .recoverWithItem(failure -> new Answer(false, "unreachable: " + address + ": " + failure.getMessage()));
    }

    /**
     * A service's readiness.
     *
     * @param ready whether it takes requests
     * @param detail why, in words for an operator
     */
    record Answer(boolean ready, String detail) {}
}
