package io.clientele.campaign.customer;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.smallrye.mutiny.Uni;

/** Under which ids one and the same customer is known: those that it had before it was merged, and those of its devices. */
public interface CustomerIds {

    /**
     * All ids that lead to the same customer as each of these.
     *
     * @param anyIds user ids, merged ones, and {@code anon:} with anonymous ids
     * @return by the id asked for; it is always among its own ids, and alone if nobody is known by it
     */
    Uni<Map<String, Set<String>>> of(Collection<String> anyIds);
}
