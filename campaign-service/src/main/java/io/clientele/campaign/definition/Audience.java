package io.clientele.campaign.definition;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Who may be contacted: the members of a segment, less those of others.
 *
 * @param segment absent: everybody whom the trigger names
 */
public record Audience(Optional<String> segment, Set<String> except) {

    /** Whether a customer who is a member of these segments belongs to it. */
    public boolean includes(Set<String> memberOf) {
        return segment.map(memberOf::contains).orElse(true) && Collections.disjoint(except, memberOf);
    }
}
