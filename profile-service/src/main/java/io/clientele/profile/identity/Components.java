package io.clientele.profile.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.clientele.contract.event.CustomerId;

/** Customers as connected components of nodes. */
final class Components {

    /** Shorter before longer: of {@code u9} and {@code u10} the first was given first. */
    private static final Comparator<String> SMALLEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private Components() {}

    /**
     * The customer of each node.
     *
     * @param nodes the nodes; keys and aliases of others are passed over
     * @param keys who holds which key; only of kinds that merge
     * @param aliases all aliases whose user ids are nodes
     */
    static Map<String, String> of(Set<String> nodes, Collection<HeldKey> keys, Collection<Alias> aliases) {
        DisjointSets sets = new DisjointSets();
        Map<IdentityKey, String> holders = new HashMap<>();
        for (HeldKey held : keys) {
            if (nodes.contains(held.node())) {
                sets.join(held.node(), holders.computeIfAbsent(held.key(), _ -> held.node()));
            }
        }
        for (Alias alias : aliases) {
            if (nodes.contains(alias.previous()) && nodes.contains(alias.user())) {
                sets.join(alias.previous(), alias.user());
            }
        }
        Set<String> givenUp = aliases.stream().map(Alias::previous).collect(Collectors.toSet());
        Map<String, Set<String>> members = new HashMap<>();
        nodes.forEach(node ->
                members.computeIfAbsent(sets.find(node), _ -> new HashSet<>()).add(node));
        Map<String, String> customers = new HashMap<>();
        members.values().forEach(component -> {
            String id = canonical(component, givenUp);
            component.forEach(node -> customers.put(node, id));
        });
        return customers;
    }

    /**
     * The id of a customer: the smallest user id that was never given up by an alias; if all were, as in a ring, the
     * smallest user id; without users the smallest {@code anon:} id.
     *
     * @param nodes the customer's nodes, not empty
     * @param givenUp user ids that an alias names as previous
     */
    static String canonical(Set<String> nodes, Set<String> givenUp) {
        Comparator<String> best =
                Comparator.<String>comparingInt(node -> rank(node, givenUp)).thenComparing(SMALLEST);
        return nodes.stream().min(best).orElseThrow();
    }

    private static int rank(String node, Set<String> givenUp) {
        if (node.startsWith(CustomerId.ANONYMOUS)) {
            return 2;
        }
        return givenUp.contains(node) ? 1 : 0;
    }
}
