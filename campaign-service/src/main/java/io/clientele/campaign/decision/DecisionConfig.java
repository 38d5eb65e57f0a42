package io.clientele.campaign.decision;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How enrolments are decided about. */
@ConfigMapping(prefix = "clientele.decision")
interface DecisionConfig {

    /** Whether this instance decides; one that does not still answers questions. */
    @WithDefault("true")
    boolean enabled();

    /** Most enrolments of one round, which is one transaction; 1 to 5000. */
    @WithDefault("1000")
    @Min(1)
    @Max(5_000)
    int batch();

    /** How often due enrolments are looked for when there was nothing to do. */
    @WithDefault("200ms")
    Duration beat();

    /** How late a contact may still be made; whoever was due before is not contacted any more. */
    @WithDefault("24h")
    Duration mostLate();

    /** How long to wait for profile-service to have read the event that enrolled, before it is decided without. */
    @WithDefault("5m")
    Duration patience();

    /** How long to wait before it is asked again. */
    @WithDefault("250ms")
    Duration askAgain();

    /** The shop's name, as messages tell it. */
    @WithDefault("the shop")
    String shopName();

    /** Where the cart is, for messages. */
    Optional<String> cartUrl();
}
