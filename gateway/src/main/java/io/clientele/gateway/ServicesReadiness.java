package io.clientele.gateway;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;

/** Ready when every service behind the gateway is; says of each what it answered. */
@Readiness
@ApplicationScoped
class ServicesReadiness implements AsyncHealthCheck {

    private final List<ServiceProbe> probes;
    private final HttpClient client;

    @Inject
    ServicesReadiness(ServiceAddresses addresses, Vertx vertx) {
        this.probes = List.of(
                new ServiceProbe("funnel-service", "CLIENTELE_SERVICES_FUNNEL_URL", addresses.funnel()),
                new ServiceProbe("profile-service", "CLIENTELE_SERVICES_PROFILE_URL", addresses.profile()),
                new ServiceProbe("campaign-service", "CLIENTELE_SERVICES_CAMPAIGN_URL", addresses.campaign()));
        this.client = vertx.createHttpClient();
    }

    /** Builds this bean at start, so that a wrong address stops the start and not the first probe. */
    void onStart(@Observes StartupEvent event) {}

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.join()
                .all(probes.stream().map(probe -> probe.ask(client)).toList())
                .andFailFast()
                .map(this::response);
    }

    private HealthCheckResponse response(List<ServiceProbe.Answer> answers) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("services").status(answers.stream().allMatch(ServiceProbe.Answer::ready));
        for (int i = 0; i < answers.size(); i++) {
            response.withData(probes.get(i).name(), answers.get(i).detail());
        }
        return response.build();
    }
}
