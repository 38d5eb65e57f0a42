package io.clientele.campaign.audience;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.customer.CustomerIds;
import io.smallrye.mutiny.Uni;

/** Asks profile-service which ids lead to one customer. */
@ApplicationScoped
class ProfileCustomerIds implements CustomerIds {

    private final ContactCards cards;

    ProfileCustomerIds(ContactCards cards) {
        this.cards = cards;
    }

    @Override
    public Uni<Map<String, Set<String>>> of(Collection<String> anyIds) {
        return cards.load(anyIds).map(found -> {
            Map<String, Set<String>> ids = new LinkedHashMap<>();
            anyIds.forEach(id -> {
                Set<String> all = new LinkedHashSet<>(Set.of(id));
                ContactCard card = found.get(id);
                if (card != null) {
                    all.addAll(card.ids());
                    all.add(card.id());
                }
                ids.put(id, all);
            });
            return ids;
        });
    }
}
