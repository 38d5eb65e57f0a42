package io.clientele.campaign.consent;

import java.util.Map;
import java.util.Set;

/**
 * What is stored about writing to one customer.
 *
 * @param consents the latest word of each scope, under whichever of its ids it was said
 * @param emailBlocks why its e-mail address is not written to; empty if it may be
 * @param webhookBlocks why it is not written to through webhooks; likewise
 */
public record Permissions(
        Map<ConsentScope, Consent> consents, Set<BlockReason> emailBlocks, Set<BlockReason> webhookBlocks) {

    /** Nothing is stored. */
    public static final Permissions NONE = new Permissions(Map.of(), Set.of(), Set.of());
}
