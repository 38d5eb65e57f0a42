package io.clientele.campaign.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.consent.Permissions;

/**
 * What is known of the customers who are decided about next.
 *
 * @param asked the ids that were asked for
 * @param cards by those of them that lead to somebody
 * @param permissions by the customers' own ids
 * @param others the contacts that other campaigns made, by the customers' own ids
 */
record RehearsalWindow(
        Set<String> asked,
        Map<String, ContactCard> cards,
        Map<String, Permissions> permissions,
        Map<String, List<RehearsalLedger.Made>> others) {

    static final RehearsalWindow NONE = new RehearsalWindow(Set.of(), Map.of(), Map.of(), Map.of());

    RehearsalWindow {
        asked = new HashSet<>(asked);
    }

    boolean knows(Due due) {
        return asked.contains(due.customer());
    }

    Permissions permissions(ContactCard card) {
        return permissions.getOrDefault(card.id(), Permissions.NONE);
    }
}
