package io.clientele.campaign.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.consent.Permissions;
import io.clientele.campaign.consent.Recipient;
import io.clientele.campaign.policy.rules.CustomerZone;

/**
 * What is known of a customer who is decided about.
 *
 * @param zone whose clock the customer lives by
 * @param entered when it entered each campaign that decided about it before, under whichever id
 */
record Known(ContactCard card, ZoneId zone, Permissions permissions, Map<String, NavigableSet<Instant>> entered) {

    /** With the zone that the card tells, or the shop's. */
    static Known of(
            ContactCard card, ZoneId shop, Permissions permissions, Map<String, NavigableSet<Instant>> entered) {
        ZoneId zone = new CustomerZone(shop).of(card.traits().get(CustomerZone.TRAIT));
        return new Known(card, zone, permissions, new HashMap<>(entered));
    }

    Recipient recipient() {
        return recipient(card);
    }

    static Recipient recipient(ContactCard card) {
        return new Recipient(card.id(), card.ids(), card.traits());
    }
}
