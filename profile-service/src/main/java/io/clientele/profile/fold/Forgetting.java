package io.clientele.profile.fold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.CustomerId;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.profile.identity.Ownerships;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.part.Part;
import io.clientele.profile.part.PartOrders;
import io.clientele.profile.part.Parts;
import io.clientele.profile.rekey.RekeyTask;
import io.clientele.profile.rekey.RekeyTasks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Takes a customer out of the set of events that identity and facts are computed from. */
@ApplicationScoped
public class Forgetting {

    private final FoldTools tools;

    Forgetting(Folding folding) {
        this.tools = folding.tools();
    }

    /** Sees to it that nothing is folded until the transaction ends. */
    public Uni<Void> holdFolds(SqlConnection transaction) {
        return IdentityLock.alone(transaction);
    }

    /** What a customer is made of now; who is whom must not change meanwhile if it is acted on. */
    public Uni<CustomerExtent> extent(SqlClient client, String customer) {
        return CustomerExtent.load(client, customer, tools.merging());
    }

    /**
     * Has a customer's events dropped from now on, removes the customer, and computes anew who shared a device with it, as
     * if its events had never been. Its own rows beside the customer's are left to the caller. Folds are held.
     *
     * @param at events received up to then are dropped
     * @return fails as PostgreSQL does, and as the feed does if a device was shared
     */
    public Uni<Void> forget(SqlConnection transaction, String customer, CustomerExtent extent, Instant at) {
        Map<PartKey, Part> parts = new LinkedHashMap<>();
        Set<String> others = new HashSet<>();
        return Erasures.record(transaction, extent.stretches(), at)
                .chain(() -> extent.othersClaims().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : refold(transaction, extent, parts, others))
                .chain(() -> {
                    others.remove(customer);
                    Map<String, @Nullable String> gone = new HashMap<>();
                    gone.put(customer, null);
                    return tools.customers().recompute(transaction, others, parts, gone);
                });
    }

    private Uni<Void> refold(
            SqlConnection transaction, CustomerExtent extent, Map<PartKey, Part> parts, Set<String> others) {
        Ownerships ownerships = Ownerships.of(extent.shared(), extent.othersClaims());
        List<String> homes = extent.shared().stream()
                .map(device -> CustomerId.ANONYMOUS + device)
                .toList();
        return transaction
                .preparedQuery("SELECT DISTINCT customer_id FROM part WHERE home = ANY($1)")
                .execute(Tuple.of((Object) homes.toArray(String[]::new)))
                .invoke(rows -> rows.forEach(row -> others.add(row.getString(0))))
                .chain(() -> Parts.delete(transaction, homes))
                .chain(() -> read(transaction, homes, ownerships, parts))
                .chain(() -> Parts.customersOfNodes(transaction, owners(extent, ownerships)))
                .chain(customers -> {
                    parts.replaceAll((_, part) -> part.of(customers.getOrDefault(part.node(), part.node())));
                    parts.values().forEach(part -> others.add(part.customer()));
                    return Parts.write(transaction, parts.values())
                            .chain(() -> PartOrders.add(transaction, parts.values()))
                            .chain(() -> RekeyTasks.request(transaction, homes, tasks(extent, ownerships, customers)));
                });
    }

    private Uni<Void> read(
            SqlConnection transaction, List<String> homes, Ownerships ownerships, Map<PartKey, Part> parts) {
        return tools.counters().active(transaction).chain(active -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (String home : homes) {
                Refold refold = new Refold(tools, ownerships, active.set());
                all = all.chain(() -> refold.run(transaction, home)).invoke(() -> parts.putAll(refold.parts()));
            }
            return all;
        });
    }

    private static Set<String> owners(CustomerExtent extent, Ownerships ownerships) {
        return extent.shared().stream()
                .flatMap(device -> ownerships.of(device).runs().stream())
                .map(run -> run.node())
                .collect(Collectors.toSet());
    }

    private static List<RekeyTask> tasks(CustomerExtent extent, Ownerships ownerships, Map<String, String> customers) {
        List<RekeyTask> tasks = new ArrayList<>();
        for (String device : extent.shared()) {
            ownerships
                    .of(device)
                    .runs()
                    .forEach(run -> tasks.add(new RekeyTask(
                            CustomerId.ANONYMOUS + device,
                            run.since(),
                            run.until(),
                            customers.getOrDefault(run.node(), run.node()))));
        }
        return tasks;
    }
}
