package io.clientele.profile.fold;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.clientele.consumer.CursorMoved;
import io.clientele.consumer.FeedCursors;
import io.clientele.consumer.ShardPage;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.identity.Claim;
import io.clientele.profile.identity.IdentityPlan;
import io.clientele.profile.identity.Known;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.identity.Regrouping;
import io.clientele.profile.identity.Sign;
import io.clientele.profile.part.Part;
import io.clientele.profile.part.PartOrders;
import io.clientele.profile.part.Parts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Folds one page in one transaction. For one use. */
final class FoldTransaction {

    private final SqlConnection transaction;
    private final ShardPage page;
    private final FoldTools tools;
    private final boolean exclusive;

    private final Map<PartKey, Part> parts = new LinkedHashMap<>();
    private final Set<PartKey> dirty = new LinkedHashSet<>();
    private final Map<String, String> customers = new HashMap<>();
    private final Map<String, String> devicesBefore = new HashMap<>();
    private final Set<String> recomputed = new HashSet<>();
    private final Map<String, String> gone = new TreeMap<>();
    private final Map<String, String> changedNodes = new TreeMap<>();
    private CounterSet counters = CounterSet.NONE;

    FoldTransaction(SqlConnection transaction, ShardPage page, FoldTools tools, boolean exclusive) {
        this.transaction = transaction;
        this.page = page;
        this.tools = tools;
        this.exclusive = exclusive;
    }

    /**
     * Folds the page.
     *
     * @return how many customers it touched; fails with {@link CursorMoved}, with {@link NeedsExclusiveFold} if it holds the
     *     lock only shared, or as PostgreSQL and the feed do
     */
    Uni<Integer> run() {
        return (exclusive ? IdentityLock.alone(transaction) : IdentityLock.shared(transaction))
                .chain(() -> FeedCursors.advance(transaction, tools.consumer(), page))
                .chain(() -> FeedCursors.setAside(transaction, tools.consumer(), page))
                .chain(() -> page.delivered().isEmpty()
                        ? Uni.createFrom().item(List.<Event>of())
                        : Erasures.withoutStragglers(transaction, page.events()))
                .chain(events -> events.isEmpty() ? Uni.createFrom().voidItem() : fold(events))
                .map(ignored -> recomputed.size());
    }

    private Uni<Void> fold(List<Event> events) {
        List<Sign> signs = IdentityPlan.signs(events);
        Set<String> devices = IdentityPlan.devices(events, signs);
        return known(events, signs, devices)
                .map(known -> IdentityPlan.of(events, signs, known, tools.merging()))
                .chain(plan -> plan.trivial() || exclusive
                        ? fold(events, plan)
                        : Uni.createFrom().failure(new NeedsExclusiveFold()));
    }

    private Uni<Void> fold(List<Event> events, IdentityPlan plan) {
        return identify(plan)
                .emitOn(tools.worker())
                .invoke(() -> add(events, plan))
                .chain(() -> plan.trivial() ? keepCustomers() : regroup(plan))
                .invoke(this::assignCustomers)
                .chain(this::writeParts)
                .chain(() -> rekey(events, plan))
                .emitOn(tools.worker())
                .chain(() -> {
                    recomputed.removeAll(gone.keySet());
                    return tools.customers().recompute(transaction, recomputed, dirtyParts(), gone);
                });
    }

    private Uni<Known> known(List<Event> events, List<Sign> signs, Set<String> devices) {
        Set<String> homes = new LinkedHashSet<>();
        events.forEach(event -> homes.add(event.customer().value()));
        devices.forEach(device -> homes.add(CustomerId.ANONYMOUS + device));
        Set<String> keyed = new LinkedHashSet<>();
        signs.stream().filter(sign -> !sign.keys().isEmpty()).forEach(sign -> keyed.add(sign.home()));
        return claims(signs, devices)
                .chain(claims -> Parts.ofHomes(transaction, homes)
                        .invoke(found -> found.forEach(part -> parts.put(part.key(), part)))
                        // After the parts: whatever they are counted by was committed before they were.
                        .chain(() -> tools.counters().active(transaction))
                        .invoke(active -> counters = active.set())
                        .chain(() -> IdentityRows.keysOfHomes(transaction, keyed))
                        .chain(keys -> IdentityRows.aliases(transaction, maybeAliased(events, signs))
                                .map(aliases -> new Known(
                                        claims,
                                        parts.values().stream().map(Part::known).toList(),
                                        keys,
                                        aliases))));
    }

    /** The claims on devices: first, since they tell of most pages that need the lock alone, before much is read for nothing. */
    private Uni<List<Claim>> claims(List<Sign> signs, Set<String> devices) {
        return IdentityRows.claims(transaction, devices)
                .chain(claims -> exclusive || !IdentityPlan.reowns(devices, signs, claims)
                        ? Uni.createFrom().item(claims)
                        : Uni.createFrom().failure(new NeedsExclusiveFold()));
    }

    /** Users of whom an alias may matter now: those that aliases name, and those that are new. */
    private Set<String> maybeAliased(List<Event> events, List<Sign> signs) {
        Set<String> users = new LinkedHashSet<>();
        for (Event event : events) {
            String user = event.customer().userId();
            if (user != null && !parts.containsKey(new PartKey(user, 0))) {
                users.add(user);
            }
        }
        for (Sign sign : signs) {
            if (sign.alias() != null) {
                users.add(sign.alias().previous());
                users.add(sign.alias().user());
            }
        }
        return users;
    }

    private Uni<Void> identify(IdentityPlan plan) {
        for (Part part : parts.values()) {
            if (part.node().equals(part.key().home())) {
                customers.put(part.node(), part.customer());
                devicesBefore.put(part.node(), part.customer());
            }
            // Whatever a device that has another owner now was part of, is touched.
            if (plan.reowned().contains(device(part.key().home()))) {
                recomputed.add(part.customer());
            }
        }
        devicesBefore.keySet().retainAll(plan.becameClaimed().keySet());
        customers.keySet().removeAll(plan.becameClaimed().keySet());
        return IdentityRows.addClaims(transaction, plan.claims())
                .chain(() -> IdentityRows.addAliases(transaction, plan.aliases()))
                .chain(() -> Parts.move(transaction, plan.moves()))
                .chain(() -> Parts.delete(transaction, plan.scattered()))
                .invoke(() -> follow(plan))
                .chain(() -> refold(plan))
                .chain(() -> IdentityRows.addKeys(transaction, plan.keys()));
    }

    private void follow(IdentityPlan plan) {
        plan.moves().forEach(move -> {
            Part part = parts.remove(move.part().key());
            if (part != null) {
                parts.put(move.key(), part.at(move.key(), move.to().node()));
                dirty.add(move.key());
            }
        });
        Set<String> scattered = plan.scattered();
        parts.keySet().removeIf(key -> scattered.contains(key.home()));
    }

    private Uni<Void> refold(IdentityPlan plan) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (String home : plan.scattered()) {
            Refold refold = new Refold(tools, plan.ownerships(), counters);
            all = all.chain(() -> refold.run(transaction, home, page))
                    .invoke(() -> refold.parts().forEach((key, part) -> {
                        parts.put(key, part);
                        dirty.add(key);
                    }));
        }
        return all;
    }

    private void add(List<Event> events, IdentityPlan plan) {
        Map<PartKey, List<Event>> byPart = PartSums.byPart(events, plan.ownerships());
        byPart.forEach((key, ofPart) -> {
            String node = plan.ownerships().run(ofPart.getFirst()).node();
            Part part = parts.getOrDefault(key, Part.empty(key, node, node, counters));
            parts.put(key, part.plus(ofPart, tools.zone(), counters));
            dirty.add(key);
        });
    }

    private Uni<Void> keepCustomers() {
        Set<String> unknown = dirtyNodes();
        unknown.removeAll(customers.keySet());
        return Parts.customersOfNodes(transaction, unknown)
                .invoke(customers::putAll)
                .replaceWithVoid();
    }

    private Uni<Void> regroup(IdentityPlan plan) {
        Set<String> former = new HashSet<>(recomputed);
        return Neighbourhood.load(transaction, plan.touched(), former, tools.merging())
                .chain(neighbourhood -> {
                    Regrouping regrouping = neighbourhood.regroup(plan, devicesBefore, dirtyNodes());
                    customers.putAll(regrouping.customers());
                    gone.putAll(regrouping.gone());
                    Map<String, String> changed = neighbourhood.changed(regrouping);
                    changedNodes.putAll(changed);
                    recomputed.addAll(neighbourhood.former());
                    recomputed.addAll(changed.values());
                    return PartSums.regroup(transaction, regrouping.customers())
                            .chain(() -> IdentityRows.addHistory(transaction, regrouping.changes()));
                })
                .chain(this::keepCustomers);
    }

    private void assignCustomers() {
        for (PartKey key : dirty) {
            parts.computeIfPresent(key, (_, part) -> {
                String customer = customers.getOrDefault(part.node(), part.node());
                recomputed.add(customer);
                return part.of(customer);
            });
        }
    }

    private Uni<Void> writeParts() {
        Collection<Part> written = dirtyParts().values();
        return Parts.write(transaction, written).chain(() -> PartOrders.add(transaction, written));
    }

    private Uni<Void> rekey(List<Event> events, IdentityPlan plan) {
        return new Rekeying(transaction, customers, changedNodes, parts.keySet()).request(events, plan);
    }

    private Map<PartKey, Part> dirtyParts() {
        Map<PartKey, Part> atHand = new LinkedHashMap<>(parts);
        atHand.keySet().retainAll(dirty);
        return atHand;
    }

    private Set<String> dirtyNodes() {
        Set<String> nodes = new LinkedHashSet<>();
        dirtyParts().values().forEach(part -> nodes.add(part.node()));
        return nodes;
    }

    private static String device(String home) {
        return home.startsWith(CustomerId.ANONYMOUS) ? home.substring(CustomerId.ANONYMOUS.length()) : "";
    }
}
