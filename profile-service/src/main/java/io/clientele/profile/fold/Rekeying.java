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
    private final Map<PartKey, RekeyTask> tasks = new LinkedHashMap<>();

    /**
     * For one page.
     *
     * @param customers the customers of the page's nodes
     * @param changedNodes the nodes whose customer is another now, each with that
     */
    Rekeying(SqlConnection transaction, Map<String, String> customers, Map<String, String> changedNodes) {
        this.transaction = transaction;
        this.customers = customers;
        this.changedNodes = changedNodes;
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
        Set<String> devices = new LinkedHashSet<>(plan.reowned());
        changedNodes.forEach((node, customer) -> {
            if (!node.startsWith(CustomerId.ANONYMOUS)) {
                add(node, new Run(0, Run.FOR_EVER, node), customer);
            }
        });
        return devicesOf(changedNodes.keySet())
                .invoke(devices::addAll)
                .chain(() -> devices(devices))
                .chain(() -> RekeyTasks.request(transaction, homes(plan.reowned()), tasks.values()));
    }

    private void add(String home, Run run, String customer) {
        tasks.put(new PartKey(home, run.since()), new RekeyTask(home, run.since(), run.until(), customer));
    }

    /** The devices of which nodes own something. */
    private Uni<Set<String>> devicesOf(Collection<String> nodes) {
        if (nodes.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return transaction
                .preparedQuery("SELECT DISTINCT home FROM part WHERE node = ANY($1)")
                .execute(Tuple.of((Object) nodes.toArray(String[]::new)))
                .map(rows -> {
                    Set<String> devices = new HashSet<>();
                    rows.forEach(row -> {
                        String home = row.getString(0);
                        if (home.startsWith(CustomerId.ANONYMOUS)) {
                            devices.add(home.substring(CustomerId.ANONYMOUS.length()));
                        }
                    });
                    return devices;
                });
    }

    private Uni<Void> devices(Set<String> devices) {
        if (devices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return IdentityRows.claims(transaction, devices)
                .chain(claims -> {
                    Ownerships ownerships = Ownerships.of(devices, claims);
                    Set<String> nodes = new HashSet<>();
                    devices.forEach(device -> ownerships.of(device).runs().forEach(run -> nodes.add(run.node())));
                    return Parts.customersOfNodes(transaction, nodes).invoke(stored -> {
                        Map<String, String> owners = new HashMap<>(stored);
                        owners.putAll(customers);
                        devices.forEach(device -> ownerships
                                .of(device)
                                .runs()
                                .forEach(run -> add(
                                        CustomerId.ANONYMOUS + device,
                                        run,
                                        owners.getOrDefault(run.node(), run.node()))));
                    });
                })
                .replaceWithVoid();
    }

    private static List<String> homes(Collection<String> devices) {
        List<String> homes = new ArrayList<>();
        devices.forEach(device -> homes.add(CustomerId.ANONYMOUS + device));
        return homes;
    }
}
