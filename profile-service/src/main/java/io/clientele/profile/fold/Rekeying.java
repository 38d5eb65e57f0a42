package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.profile.identity.IdentityPlan;
import io.clientele.profile.identity.Ownerships;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.identity.Run;
import io.clientele.profile.part.Parts;
import io.clientele.profile.rekey.RekeyTask;
import io.clientele.profile.rekey.RekeyTasks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Finds out what funnel-service is to be told after a page. */
final class Rekeying {

    private final SqlConnection transaction;
    private final Map<String, String> customers;
    private final Map<String, String> changedNodes;
    private final Set<PartKey> parts;
    private final Map<PartKey, RekeyTask> tasks = new LinkedHashMap<>();

    /**
     * For one page.
     *
     * @param customers the customers of the page's nodes
     * @param changedNodes the nodes whose customer is another now, each with that
     * @param parts all parts of the page's devices, as they lie now
     */
    Rekeying(
            SqlConnection transaction,
            Map<String, String> customers,
            Map<String, String> changedNodes,
            Set<PartKey> parts) {
        this.transaction = transaction;
        this.customers = customers;
        this.changedNodes = changedNodes;
        this.parts = parts;
    }

    Uni<Void> request(List<Event> events, IdentityPlan plan) {
        for (Event event : events) {
            Run run = plan.ownerships().run(event);
            String customer = customers.getOrDefault(run.node(), run.node());
            // New events lie at their home until they are told otherwise.
            if (!customer.equals(event.customer().value())) {
                add(event.customer().value(), run, customer);
            }
        }
        changedNodes.forEach((node, customer) -> {
            if (!node.startsWith(CustomerId.ANONYMOUS)) {
                add(node, new Run(0, Run.FOR_EVER, node), customer);
            }
        });
        Set<PartKey> ofDevices = new LinkedHashSet<>();
        for (PartKey part : parts) {
            if (plan.reowned().contains(device(part))) {
                ofDevices.add(part);
            }
        }
        return partsOf(changedNodes.keySet())
                .invoke(found -> found.stream()
                        .filter(part -> part.home().startsWith(CustomerId.ANONYMOUS))
                        .forEach(ofDevices::add))
                .chain(() -> devices(ofDevices))
                .chain(() -> RekeyTasks.request(transaction, homes(plan.reowned()), tasks.values()));
    }

    private void add(String home, Run run, String customer) {
        tasks.put(new PartKey(home, run.since()), new RekeyTask(home, run.since(), run.until(), customer));
    }

    private Uni<List<PartKey>> partsOf(Collection<String> nodes) {
        if (nodes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return transaction
                .preparedQuery("SELECT home, since FROM part WHERE node = ANY($1)")
                .execute(Tuple.of((Object) nodes.toArray(String[]::new)))
                .map(rows -> {
                    List<PartKey> found = new ArrayList<>(rows.size());
                    rows.forEach(row -> found.add(new PartKey(row.getString(0), row.getLong(1))));
                    return found;
                });
    }

    /**
     * Asks for the runs of devices of which there is anything: most devices are claimed before they do something, or at once,
     * and to look for events that are not there costs as much as to find them. Whoever folds the first event of a run asks
     * for it then.
     */
    private Uni<Void> devices(Set<PartKey> ofDevices) {
        if (ofDevices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<String> devices = new LinkedHashSet<>();
        ofDevices.forEach(part -> devices.add(device(part)));
        return IdentityRows.claims(transaction, devices)
                .map(claims -> Ownerships.of(devices, claims))
                .chain(ownerships -> {
                    Map<PartKey, Run> runs = new LinkedHashMap<>();
                    ofDevices.forEach(
                            part -> runs.put(part, ownerships.of(device(part)).at(part.since())));
                    return runs(runs);
                });
    }

    private Uni<Void> runs(Map<PartKey, Run> runs) {
        Set<String> nodes = new HashSet<>();
        runs.values().forEach(run -> nodes.add(run.node()));
        return Parts.customersOfNodes(transaction, nodes)
                .invoke(stored -> {
                    Map<String, String> owners = new HashMap<>(stored);
                    owners.putAll(customers);
                    runs.forEach((part, run) -> add(part.home(), run, owners.getOrDefault(run.node(), run.node())));
                })
                .replaceWithVoid();
    }

    /** The anonymous id in the part's home; empty if that is a user's. */
    private static String device(PartKey part) {
        return part.home().startsWith(CustomerId.ANONYMOUS) ? part.home().substring(CustomerId.ANONYMOUS.length()) : "";
    }

    private static List<String> homes(Collection<String> devices) {
        List<String> homes = new ArrayList<>();
        devices.forEach(device -> homes.add(CustomerId.ANONYMOUS + device));
        return homes;
    }
}
