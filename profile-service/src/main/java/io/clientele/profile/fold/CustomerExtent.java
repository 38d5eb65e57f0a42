package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.clientele.contract.event.CustomerId;
import io.clientele.profile.identity.Claim;
import io.clientele.profile.identity.KeyKind;
import io.clientele.profile.identity.Ownerships;
import io.clientele.profile.identity.Run;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Whose events a customer is made of.
 *
 * @param nodes its users, also those known by aliases alone, or the {@code anon:} id of its device
 * @param stretches its users' and devices' events: all of them, or of a device that people shared the time that was its own
 * @param othersClaims of the shared devices the claims that are not its own
 */
public record CustomerExtent(Set<String> nodes, List<Stretch> stretches, List<Claim> othersClaims) {

    public CustomerExtent {
        nodes = Set.copyOf(nodes);
        stretches = List.copyOf(stretches);
        othersClaims = List.copyOf(othersClaims);
    }

    /** Loads it; of an id that is no customer's, the id as a user or device without events. */
    static Uni<CustomerExtent> load(SqlClient client, String customer, Set<KeyKind> merging) {
        Set<String> nodes = new TreeSet<>();
        Set<String> devices = new TreeSet<>();
        nodes.add(customer);
        return client.preparedQuery("SELECT home, node FROM part WHERE customer_id = $1")
                .execute(Tuple.of(customer))
                .invoke(rows -> rows.forEach(row -> {
                    addDevice(devices, row.getString(0));
                    nodes.add(row.getString(1));
                }))
                .chain(() -> IdentityRows.connected(client, nodes, merging))
                .invoke(nodes::addAll)
                .chain(() -> client.preparedQuery("SELECT device FROM device_claim WHERE user_id = ANY($1)")
                        .execute(Tuple.of((Object) nodes.toArray(String[]::new))))
                .invoke(rows -> rows.forEach(row -> devices.add(row.getString(0))))
                .chain(() -> IdentityRows.claims(client, devices))
                .map(claims -> of(nodes, devices, claims));
    }

    static CustomerExtent of(Set<String> nodes, Set<String> devices, Collection<Claim> claims) {
        Set<Stretch> stretches = new LinkedHashSet<>();
        Set<String> shared = new HashSet<>();
        nodes.forEach(node -> stretches.add(Stretch.whole(node)));
        Ownerships ownerships = Ownerships.of(devices, claims);
        for (String device : devices) {
            String home = CustomerId.ANONYMOUS + device;
            List<Run> runs = ownerships.of(device).runs();
            if (claims.stream().allMatch(claim -> !claim.device().equals(device) || nodes.contains(claim.user()))) {
                stretches.add(Stretch.whole(home));
            } else {
                shared.add(device);
                runs.stream()
                        .filter(run -> nodes.contains(run.node()))
                        .forEach(run -> stretches.add(new Stretch(home, run.since(), run.until())));
            }
        }
        List<Claim> others = claims.stream()
                .filter(claim -> shared.contains(claim.device()) && !nodes.contains(claim.user()))
                .toList();
        return new CustomerExtent(nodes, List.copyOf(stretches), others);
    }

    /** Every id that was this customer's alone: users, and devices that nobody shared. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        stretches.stream().filter(Stretch::whole).map(Stretch::home).forEach(ids::add);
        return ids;
    }

    /** The devices among {@link #ids}, by their own ids. */
    public List<String> devices() {
        List<String> devices = new ArrayList<>();
        ids().forEach(id -> addDevice(devices, id));
        return devices;
    }

    /** The shared devices. */
    Set<String> shared() {
        Set<String> shared = new TreeSet<>();
        othersClaims.forEach(claim -> shared.add(claim.device()));
        return shared;
    }

    private static void addDevice(Collection<String> devices, String home) {
        if (home.startsWith(CustomerId.ANONYMOUS)) {
            devices.add(home.substring(CustomerId.ANONYMOUS.length()));
        }
    }
}
