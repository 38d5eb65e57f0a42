package io.clientele.campaign.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.definition.Reentry;
import io.clientele.campaign.definition.StoredCampaign;

/**
 * Enrolments that are decided about together.
 *
 * @param ready those whose customers are known well enough, in the order in which they are decided about
 * @param early those that profile-service has not caught up with yet
 * @param unknown those whose customers nobody knows, and will not
 */
record Batch(List<Due> ready, List<Due> early, List<Due> unknown, Map<String, ContactCard> cards) {

    /**
     * Sorts what is due.
     *
     * @param cards by the ids that enrolments name
     * @param patienceOverBefore what could be decided about before is decided about however little is known
     */
    static Batch of(List<Due> due, Map<String, ContactCard> cards, Instant patienceOverBefore) {
        List<Due> ready = new ArrayList<>();
        List<Due> early = new ArrayList<>();
        List<Due> unknown = new ArrayList<>();
        for (Due one : due) {
            ContactCard card = cards.get(one.customer());
            if (known(one, card)) {
                ready.add(one);
            } else if (one.firstDecidable().isAfter(patienceOverBefore)) {
                early.add(one);
            } else if (card == null) {
                unknown.add(one);
            } else {
                ready.add(one);
            }
        }
        ready.sort(Comparator.comparing((Due one) -> card(cards, one).id())
                .thenComparingInt(one -> -one.campaign().definition().priority())
                .thenComparing(Due::dueAt)
                .thenComparingLong(Due::id));
        return new Batch(ready, early, unknown, cards);
    }

    /** Whether profile-service has read what enrolled, so that segments and traits tell of it. */
    private static boolean known(Due due, @Nullable ContactCard card) {
        return card != null && !(due.byEvent() && card.lastSeen().isBefore(due.enteredAt()));
    }

    private static ContactCard card(Map<String, ContactCard> cards, Due due) {
        ContactCard card = cards.get(due.customer());
        if (card == null) {
            throw new IllegalStateException("an enrolment is ready without a card");
        }
        return card;
    }

    /** The card of a ready enrolment's customer. */
    ContactCard card(Due due) {
        return card(cards, due);
    }

    /** The cards of all customers who are decided about, by their own ids. */
    Map<String, ContactCard> customers() {
        Map<String, ContactCard> customers = new LinkedHashMap<>();
        ready.forEach(due -> customers.put(card(due).id(), card(due)));
        return customers;
    }

    /** Every id by which a customer may have done something. */
    Set<String> allIds() {
        Set<String> ids = new TreeSet<>();
        customers().values().forEach(card -> {
            ids.add(card.id());
            ids.addAll(card.ids());
        });
        return ids;
    }

    /** The customers' own ids by others that lead to them. */
    Map<String, String> formerIds() {
        Map<String, String> former = new HashMap<>();
        customers()
                .values()
                .forEach(card -> card.ids().stream()
                        .filter(id -> !id.equals(card.id()))
                        .forEach(id -> former.put(id, card.id())));
        return former;
    }

    /** The campaigns of those that are ready. */
    Collection<String> campaigns() {
        return ready.stream()
                .map(due -> due.campaign().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** Those of them that a customer may not enter whenever it likes. */
    Collection<String> campaignsEnteredSeldom() {
        return ready.stream()
                .map(Due::campaign)
                .filter(campaign -> !(campaign.definition().reentry() instanceof Reentry.Always))
                .map(StoredCampaign::id)
                .distinct()
                .toList();
    }

    /** Those of them that wait for a silence. */
    Collection<String> campaignsOfSilence() {
        return ready.stream()
                .filter(Due::bySilence)
                .map(due -> due.campaign().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** The latest halt of a customer, under whichever id it came. */
    @Nullable
    Instant halted(Due due, Map<List<String>, Instant> halts) {
        Instant latest = null;
        ContactCard card = card(due);
        Set<String> ids = new TreeSet<>(card.ids());
        ids.add(card.id());
        ids.add(due.customer());
        for (String id : ids) {
            Instant halt = halts.get(DecisionRows.key(due.campaign().id(), id));
            if (halt != null && (latest == null || halt.isAfter(latest))) {
                latest = halt;
            }
        }
        return latest;
    }
}
