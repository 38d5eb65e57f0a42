package io.clientele.profile.fold;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.profile.identity.Alias;
import io.clientele.profile.identity.HeldKey;
import io.clientele.profile.identity.IdentityPlan;
import io.clientele.profile.identity.KeyKind;
import io.clientele.profile.identity.Regrouping;
import io.clientele.profile.part.Parts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * All nodes whose customer may change with a page: those that are connected to a touched node now, and those that were in
 * one customer with it.
 *
 * @param customers the customer up to now of every node that has one
 * @param former the customers up to now of touched nodes
 */
record Neighbourhood(Map<String, String> customers, Set<String> former, List<HeldKey> keys, List<Alias> aliases) {

    /**
     * Loads it; the page's claims, keys, aliases and moves are written already.
     *
     * @param touched nodes that the page touched
     * @param former customers that are touched in any case
     */
    static Uni<Neighbourhood> load(
            SqlConnection transaction, Set<String> touched, Collection<String> former, Set<KeyKind> merging) {
        return Parts.customersOfNodes(transaction, touched).chain(customers -> {
            Set<String> old = new HashSet<>(former);
            old.addAll(customers.values());
            return nodesOf(transaction, old).chain(nodes -> {
                nodes.addAll(touched);
                return IdentityRows.connected(transaction, nodes, merging)
                        .chain(reached -> load(transaction, reached, old, merging));
            });
        });
    }

    private static Uni<Neighbourhood> load(
            SqlConnection transaction, Set<String> nodes, Set<String> former, Set<KeyKind> merging) {
        return Parts.customersOfNodes(transaction, nodes)
                .chain(customers -> IdentityRows.keysOfNodes(transaction, nodes)
                        .chain(keys -> IdentityRows.aliases(transaction, nodes)
                                .map(aliases -> new Neighbourhood(
                                        customers,
                                        former,
                                        keys.stream()
                                                .filter(held -> merging.contains(
                                                        held.key().kind()))
                                                .toList(),
                                        aliases))));
    }

    private static Uni<Set<String>> nodesOf(SqlConnection transaction, Collection<String> customers) {
        return transaction
                .preparedQuery("SELECT DISTINCT node FROM part WHERE customer_id = ANY($1)")
                .execute(Tuple.of((Object) customers.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> nodes = new HashSet<>();
                    rows.forEach(row -> nodes.add(row.getString(0)));
                    return nodes;
                });
    }

    /**
     * Groups it anew.
     *
     * @param plan what the page changed
     * @param before the customer up to now of devices that were nodes and are claimed now
     * @param nodes nodes of parts at hand, which may be new
     */
    Regrouping regroup(IdentityPlan plan, Map<String, String> before, Set<String> nodes) {
        Map<String, @Nullable String> all = new LinkedHashMap<>(customers);
        nodes.forEach(node -> {
            if (plan.touched().contains(node)) {
                all.putIfAbsent(node, null);
            }
        });
        return Regrouping.of(all, plan.becameClaimed(), before, keys, aliases, plan.signs());
    }

    /** The nodes whose customer is another now, each with that. */
    Map<String, String> changed(Regrouping regrouping) {
        Map<String, String> changed = new HashMap<>(regrouping.customers());
        changed.entrySet().removeIf(entry -> entry.getValue().equals(customers.get(entry.getKey())));
        return changed;
    }
}
