package io.clientele.gateway;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.clientele.edge.ServiceTokens;
import io.clientele.gateway.execute.SubgraphTransport;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.subgraph.HttpTransport;
import io.clientele.gateway.subgraph.Introduction;
import io.clientele.gateway.subgraph.ServiceAddresses;
import io.clientele.gateway.subgraph.SubgraphAddress;
import io.clientele.gateway.subgraph.SubgraphSettings;
import io.clientele.gateway.supergraph.MalformedSupergraphException;
import io.clientele.gateway.supergraph.Supergraph;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

/** Puts together what the gateway serves: the supergraph, the subgraphs' addresses, and the way to them. */
@ApplicationScoped
class GraphAssembly {

    private final Supergraph supergraph;
    private final List<SubgraphAddress> addresses;

    /**
     * Reads the supergraph.
     *
     * @throws ConfigurationException if it cannot be served, or a subgraph has no address
     */
    @Inject
    GraphAssembly(
            @ConfigProperty(name = "clientele.supergraph.location") Optional<Path> location,
            ServiceAddresses services) {
        try {
            this.supergraph = Supergraph.parse(SupergraphFile.read(location));
        } catch (MalformedSupergraphException malformed) {
            throw new ConfigurationException(location.map(file -> "clientele.supergraph.location (" + file + "): ")
                            .orElse("")
                    + malformed.getMessage());
        }
        this.addresses = SubgraphAddress.of(supergraph.subgraphs(), services);
    }

    @Produces
    @Singleton
    FederatedGraph graph(
            LimitSettings limits, SubgraphSettings settings, ServiceTokens tokens, Vertx vertx, MeterRegistry meters) {
        Introduction introduction = new Introduction(tokens, InstantSource.system());
        SubgraphTransport transport = new HttpTransport(vertx, addresses, settings, introduction, meters);
        FederatedGraph graph = FederatedGraph.of(supergraph, transport, limits.toLimits());
        graph.measure(meters);
        return graph;
    }

    List<SubgraphAddress> addresses() {
        return addresses;
    }
}
