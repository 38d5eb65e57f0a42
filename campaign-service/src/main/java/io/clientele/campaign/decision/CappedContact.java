package io.clientele.campaign.decision;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.policy.rules.PastContact;

/**
 * A contact that caps may count. One that the control group would have got counts as well, so that both groups of an
 * experiment are capped alike, but for its own campaign alone: others may contact whom nobody contacted.
 *
 * @param controlOf the campaign whose control group it belongs to; null of a contact that was made
 */
record CappedContact(PastContact contact, @Nullable String controlOf) {

    /** Those that count for a campaign. */
    static List<PastContact> of(Collection<CappedContact> contacts, String campaign) {
        return contacts.stream()
                .filter(one -> one.controlOf() == null || one.controlOf().equals(campaign))
                .map(CappedContact::contact)
                .toList();
    }
}
