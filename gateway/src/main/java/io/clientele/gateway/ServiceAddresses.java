package io.clientele.gateway;

import java.net.URI;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Where the services behind the gateway are: absolute http or https addresses, with a base path if they have one. */
@ConfigMapping(prefix = "clientele.services")
interface ServiceAddresses {

    @WithName("funnel.url")
    @WithDefault("http://127.0.0.1:8081")
    URI funnel();

    @WithName("profile.url")
    @WithDefault("http://127.0.0.1:8082")
    URI profile();

    @WithName("campaign.url")
    @WithDefault("http://127.0.0.1:8083")
    URI campaign();
}
