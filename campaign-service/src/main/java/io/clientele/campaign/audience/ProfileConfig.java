package io.clientele.campaign.audience;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where profile-service is. */
@ConfigMapping(prefix = "clientele.profile")
interface ProfileConfig {

    /** An absolute http or https address, with a base path if it has one. */
    @WithDefault("http://127.0.0.1:8082")
    URI url();

    /** How long an answer may take, beyond what the question itself asks it to wait. */
    @WithDefault("10s")
    Duration timeout();
}
