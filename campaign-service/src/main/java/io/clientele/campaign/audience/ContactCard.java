package io.clientele.campaign.audience;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a customer that a contact hangs on.
 *
 * @param id the customer's own id, after all merges
 * @param ids every id that leads to the customer, its own included
 * @param traits by name, as texts
 * @param segments the ids of those that it is a member of
 * @param tier the value tier, NONE if it has none yet
 * @param hours how active it was by the 24 hours of the shop's day; all 0 if it never was
 * @param lastSeen the latest event of any kind that profile-service has read of it
 */
public record ContactCard(
        String id,
        Set<String> ids,
        Map<String, String> traits,
        Set<String> segments,
        Optional<String> tier,
        List<Long> hours,
        Instant lastSeen) {

    public ContactCard {
        ids = Set.copyOf(ids);
        traits = Map.copyOf(traits);
        segments = Set.copyOf(segments);
        hours = List.copyOf(hours);
    }
}
