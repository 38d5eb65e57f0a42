package io.clientele.campaign.policy.setting;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.QuietOutcome;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The contact policy that holds until another is set. */
@ConfigMapping(prefix = "clientele.contact")
interface PolicyConfig {

    /** Most contacts of a customer: {@code CHANNEL/PERIOD/MOST}, with {@code ALL} for all channels together. */
    @WithDefault("ALL/DAY/3,EMAIL/DAY/1,EMAIL/WEEK/3,WEBHOOK/DAY/1,WEBHOOK/WEEK/2")
    Optional<List<String>> caps();

    /** {@code 22:00-08:00} on the customer's clock, or {@code none}. */
    @WithDefault("22:00-08:00")
    String quietHours();

    /** What becomes of a contact that is due in them. */
    @WithDefault("NEXT_AVAILABLE")
    QuietOutcome quietOutcome();

    /** The channels that are quiet then. */
    @WithDefault("EMAIL,WEBHOOK")
    Set<Channel> quietChannels();

    /** The hour of the customer's day, 0 to 23, that is the best as long as none is known. */
    @WithDefault("10")
    int fallbackHour();

    /** The share of customers that no campaign contacts, 0 to 0.5. */
    @WithDefault("0")
    double holdout();
}
