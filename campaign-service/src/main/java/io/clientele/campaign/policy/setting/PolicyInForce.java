package io.clientele.campaign.policy.setting;

import java.time.Instant;
import java.util.Optional;

import io.clientele.campaign.policy.rules.ContactPolicy;

/**
 * The policy that holds.
 *
 * @param version 0 for the configured one, then rising
 * @param set when and by whom; empty for the configured one
 */
public record PolicyInForce(ContactPolicy policy, int version, Optional<Change> set) {

    /** Who set it when. */
    public record Change(Instant at, String by) {}
}
