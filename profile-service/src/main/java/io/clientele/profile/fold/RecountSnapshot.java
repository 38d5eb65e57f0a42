package io.clientele.profile.fold;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.clientele.consumer.FeedCursors;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.identity.Claim;
import io.clientele.profile.identity.Ownerships;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.part.PartVersion;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Homes at one moment: what the parts hold is exactly what the cursors say was folded, and the claims say into which.
 *
 * @param parts by home
 */
record RecountSnapshot(
        CounterSet counters,
        List<FeedCursor> cursors,
        List<Claim> claims,
        Ownerships ownerships,
        Map<String, Map<PartKey, PartVersion>> parts) {

    /** Reads homes in a transaction of its own that has done nothing yet. */
    static Uni<RecountSnapshot> read(
            SqlConnection transaction, String consumer, Collection<String> homes, Counters counters) {
        Set<String> devices = devices(homes);
        return transaction
                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .execute()
                .chain(() -> counters.active(transaction))
                .chain(active -> FeedCursors.load(transaction, consumer)
                        .chain(cursors -> IdentityRows.claims(transaction, devices)
                                .chain(claims -> PartVersion.ofHomes(transaction, homes)
                                        .map(parts -> new RecountSnapshot(
                                                active.set(),
                                                cursors,
                                                claims,
                                                Ownerships.of(devices, claims),
                                                byHome(parts))))));
    }

    /** The claims on the devices among some homes. */
    Set<Claim> claims(Collection<String> homes) {
        Set<String> devices = devices(homes);
        return claims.stream().filter(claim -> devices.contains(claim.device())).collect(Collectors.toSet());
    }

    /** The devices among homes. */
    static Set<String> devices(Collection<String> homes) {
        return homes.stream()
                .filter(home -> home.startsWith(CustomerId.ANONYMOUS))
                .map(home -> home.substring(CustomerId.ANONYMOUS.length()))
                .collect(Collectors.toSet());
    }

    private static Map<String, Map<PartKey, PartVersion>> byHome(List<PartVersion> parts) {
        Map<String, Map<PartKey, PartVersion>> byHome = new TreeMap<>();
        parts.forEach(each -> byHome.computeIfAbsent(each.part().key().home(), _ -> new HashMap<>())
                .put(each.part().key(), each));
        return byHome;
    }
}
