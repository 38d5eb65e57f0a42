package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Which customer each node of a neighbourhood belongs to after a change, and what became of the customers that it had
 * before. Merges and splits are the same computation.
 *
 * @param customers the customer of every node
 * @param gone customers that are no more, each with the one that took its place
 * @param changes what is written down as history, in a stable order
 */
public record Regrouping(Map<String, String> customers, Map<String, String> gone, List<IdentityChange> changes) {

    /**
     * Groups a neighbourhood anew.
     *
     * @param nodes every node that is connected to a changed one now or was in one customer with it, with its customer
     *     up to now; null for a node that is new
     * @param claimed devices that are claimed now, as homes, each with the user of its first run
     * @param before the customer up to now of those of them that were nodes
     * @param keys the merging keys of the nodes, those of {@code signs} included
     * @param aliases the aliases of the nodes, those of {@code signs} included
     * @param signs what changed it, in the order in which it was read; not empty
     */
    public static Regrouping of(
            Map<String, @Nullable String> nodes,
            Map<String, String> claimed,
            Map<String, String> before,
            Collection<HeldKey> keys,
            Collection<Alias> aliases,
            List<Sign> signs) {
        Map<String, String> customers = Components.of(nodes.keySet(), keys, aliases);
        Map<String, String> gone = gone(nodes, claimed, before, customers);
        List<IdentityChange> changes = new ArrayList<>();
        if (!signs.isEmpty()) {
            Map<String, Sign> causes = new MergeCauses(nodes, before, keys, signs).of(gone);
            gone.forEach((from, into) -> changes.add(
                    IdentityChange.of(IdentityChange.Kind.MERGED, from, into, causes.getOrDefault(from, last(signs)))));
            splits(nodes, customers)
                    .forEach((into, from) ->
                            changes.add(IdentityChange.of(IdentityChange.Kind.SPLIT, from, into, last(signs))));
        }
        return new Regrouping(customers, gone, List.copyOf(changes));
    }

    private static Map<String, String> gone(
            Map<String, @Nullable String> nodes,
            Map<String, String> claimed,
            Map<String, String> before,
            Map<String, String> customers) {
        Map<String, String> gone = new TreeMap<>();
        nodes.forEach((node, customer) -> {
            if (node.equals(customer)) {
                gone.put(node, String.valueOf(customers.get(node)));
            }
        });
        claimed.forEach((device, user) -> {
            if (device.equals(before.get(device))) {
                gone.put(device, customers.getOrDefault(user, user));
            }
        });
        gone.keySet().removeAll(new HashSet<>(customers.values()));
        return gone;
    }

    /** Nodes that lead a customer now and were in another's before, each with that other. */
    private static Map<String, String> splits(Map<String, @Nullable String> nodes, Map<String, String> customers) {
        Map<String, String> splits = new TreeMap<>();
        nodes.forEach((node, customer) -> {
            // Where the other is no more, this is a merge that changed the customer's id.
            boolean stands = customer != null && customers.containsValue(customer);
            if (stands && node.equals(customers.get(node)) && !node.equals(customer)) {
                splits.put(node, customer);
            }
        });
        return splits;
    }

    /** What cannot be laid to one message is laid to the last claim, which alone takes something away. */
    private static Sign last(List<Sign> signs) {
        return signs.reversed().stream()
                .filter(sign -> sign.claim() != null)
                .findFirst()
                .orElseGet(signs::getLast);
    }
}
