package io.clientele.gateway.subgraph;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.clientele.gateway.supergraph.Subgraph;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Where a subgraph is.
 *
 * @param subgraph its name
 * @param graphql the address that takes GraphQL
 * @param readiness the address that tells whether it is ready; nothing where only the supergraph names the subgraph, for
 *     that names its GraphQL alone
 */
public record SubgraphAddress(String subgraph, URI graphql, Optional<URI> readiness) {

    /**
     * The addresses of the subgraphs: by configuration, else the one that the supergraph records.
     *
     * @throws ConfigurationException if one is no absolute http or https address
     */
    public static List<SubgraphAddress> of(Collection<Subgraph> subgraphs, ServiceAddresses services) {
        return subgraphs.stream().map(subgraph -> of(subgraph, services)).toList();
    }

    private static SubgraphAddress of(Subgraph subgraph, ServiceAddresses services) {
        String name = subgraph.name();
        String key = "CLIENTELE_SERVICES_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_URL";
        ServiceAddresses.Service service = services.byName().get(name);
        if (service == null) {
            return new SubgraphAddress(name, checked(key, subgraph.url()), Optional.empty());
        }
        String url = checked(key, service.url().toString()).toString();
        String base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return new SubgraphAddress(
                name, URI.create(base + "/graphql"), Optional.of(URI.create(base + "/q/health/ready")));
    }

    private static URI checked(String key, String address) {
        try {
            URI url = URI.create(address);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException malformed) {
            throw refusal(key, address);
        }
        throw refusal(key, address);
    }

    private static ConfigurationException refusal(String key, String address) {
        return new ConfigurationException(key + " must be an absolute http or https address, not: " + address);
    }
}
