package io.clientele.campaign.consent;

import java.util.Set;

import io.clientele.campaign.definition.Channel;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What holds of customers who said nothing. */
@ConfigMapping(prefix = "clientele.consent")
interface ConsentConfig {

    /** The channels through which nobody gets marketing who did not consent to it. */
    @WithDefault("EMAIL,WEBHOOK")
    Set<Channel> optIn();
}
