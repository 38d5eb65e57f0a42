package io.clientele.campaign.channel;

import java.net.URI;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The links by which recipients unsubscribe. */
@ConfigMapping(prefix = "clientele.unsubscribe")
interface UnsubscribeConfig {

    /** What the links begin with: where recipients reach this service's {@code /u/}. */
    @WithDefault("http://127.0.0.1:8083")
    URI baseUrl();

    /** What the links are signed with, at least 32 bytes; another one makes those void that were sent. */
    Optional<String> secret();
}
