package io.clientele.gateway.http;

import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the gateway takes from clients. */
@ConfigMapping(prefix = "clientele.gateway.http")
interface HttpSettings {

    /** The largest body of a request. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    /** The most requests that are answered at one time; others are refused and told to come again. */
    @WithDefault("2000")
    int requests();

    /** Whether clients see all that a subgraph says of a failure, one without a code too. */
    @WithDefault("false")
    boolean showsUncodedErrors();

    /** What clients see of an error's {@code extensions}, beside {@code code} and {@code service}. */
    @WithDefault("field")
    Set<String> shownExtensions();

    /** Whether GraphiQL is served; it needs introspection. */
    @WithDefault("false")
    boolean graphiql();
}
