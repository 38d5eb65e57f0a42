package io.clientele.consumer;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where funnel-service is. */
@ConfigMapping(prefix = "clientele.funnel")
public interface FunnelConfig {

    /** An absolute http or https address, with a base path if it has one. */
    @WithDefault("http://127.0.0.1:8081")
    URI url();
}
