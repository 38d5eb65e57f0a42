package io.clientele.campaign.definition;

import java.time.Instant;
import java.util.Optional;

/**
 * A campaign as it stands.
 *
 * @param input as it was written last
 * @param definition what it means
 * @param version 1 for the first, then rising
 * @param launchedAt when it was launched first
 */
public record StoredCampaign(
        CampaignInput input,
        CampaignDefinition definition,
        int version,
        CampaignState state,
        Optional<Instant> launchedAt,
        Instant changedAt,
        String changedBy) {

    /** Its id. */
    public String id() {
        return definition.id();
    }
}
