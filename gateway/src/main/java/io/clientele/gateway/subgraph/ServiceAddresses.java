package io.clientele.gateway.subgraph;

import java.net.URI;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** Where the services behind the gateway are, by the names that the supergraph gives them. */
@ConfigMapping(prefix = "clientele.services")
public interface ServiceAddresses {

    @WithParentName
    Map<String, Service> byName();

    /** One service. */
    interface Service {

        /** An absolute http or https address, with a base path if it has one; GraphQL is at {@code /graphql} below. */
        URI url();
    }
}
