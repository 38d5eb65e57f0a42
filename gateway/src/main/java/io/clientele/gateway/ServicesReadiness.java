package io.clientele.gateway;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.clientele.gateway.subgraph.SubgraphAddress;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;

/**
 * Ready when any service behind the gateway is; says of each what it answered.
 *
 * <p>Not only when all are: one service that is down costs its own fields, and must not take away the others'.
 */
@Readiness
@ApplicationScoped
class ServicesReadiness implements AsyncHealthCheck {

    private final List<ServiceProbe> probes;
    private final HttpClient client;

    @Inject
    ServicesReadiness(GraphAssembly assembly, Vertx vertx) {
        this(assembly.addresses(), vertx);
    }

    ServicesReadiness(List<SubgraphAddress> addresses, Vertx vertx) {
        this.probes = addresses.stream()
                .flatMap(
                        address -> address
                                .readiness()
                                .map(readiness -> new ServiceProbe(address.subgraph(), readiness.toString()))
                                .stream())
                .toList();
        this.client = vertx.createHttpClient();
    }

    /** Builds this bean at start, so that a wrong address stops the start and not the first probe. */
    void onStart(@Observes StartupEvent event) {}

    @Override
    public Uni<HealthCheckResponse> call() {
        if (probes.isEmpty()) {
            return Uni.createFrom().item(response(List.of()));
        }
        return Uni.join()
                .all(probes.stream().map(probe -> probe.ask(client)).toList())
                .andFailFast()
                .map(this::response);
    }

    private HealthCheckResponse response(List<ServiceProbe.Answer> answers) {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("services")
                .status(answers.isEmpty() || answers.stream().anyMatch(ServiceProbe.Answer::ready));
        for (int i = 0; i < answers.size(); i++) {
            response.withData(probes.get(i).name(), answers.get(i).detail());
        }
        return response.build();
    }
}
