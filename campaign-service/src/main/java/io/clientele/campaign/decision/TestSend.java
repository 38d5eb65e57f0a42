package io.clientele.campaign.decision;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Variant;

/**
 * A message that is to be sent to try it out.
 *
 * @param key the client's: the same one is the same message
 * @param variant one of the campaign's
 * @param card the customer's, as it is now
 */
public record TestSend(String key, StoredCampaign campaign, Variant variant, ContactCard card) {

    /** What no event, occurrence or change can be the cause of: texts that are stored hold no such character. */
    private static final String CAUSE = "\0test\0";

    String cause() {
        return CAUSE + key;
    }
}
