package io.clientele.edge.graphql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the service's own name and version injectable. */
@ApplicationScoped
class RunningService {

    @Produces
    @Singleton
    ServiceInfo serviceInfo(
            @ConfigProperty(name = "quarkus.application.name") String name,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new ServiceInfo(name, version);
    }
}
