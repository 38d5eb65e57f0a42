package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;

/**
 * What a page of events changes about who is whom.
 *
 * @param ownerships who owns the page's devices when, the page's claims included
 * @param reowned devices that belong to another at some time, whether or not there are events of then
 * @param resettlements those of them whose parts do not lie where they lay
 * @param claims new claims
 * @param aliases new aliases, at most one of a pair
 * @param keys new keys of parts
 * @param signs the signs that brought something new, in reading order
 * @param touched nodes whose customer may be another now; none: every node stays in its customer
 */
public record IdentityPlan(
        Ownerships ownerships,
        Set<String> reowned,
        Map<String, Resettlement> resettlements,
        Set<Claim> claims,
        Set<Alias> aliases,
        Set<HeldKey> keys,
        List<Sign> signs,
        Set<String> touched) {

    /** The signs of a page's events, in reading order. */
    public static List<Sign> signs(Collection<Event> events) {
        return events.stream().flatMap(event -> Sign.of(event).stream()).toList();
    }

    /** The devices that a page is about: those with anonymous events and those that are claimed. */
    public static Set<String> devices(Collection<Event> events, List<Sign> signs) {
        Set<String> devices = new LinkedHashSet<>();
        for (Event event : events) {
            if (event.customer().anonymous()) {
                devices.add(String.valueOf(event.customer().anonymousId()));
            }
        }
        for (Sign sign : signs) {
            if (sign.claim() != null) {
                devices.add(sign.claim().device());
            }
        }
        return devices;
    }

    /**
     * Whether signs give devices to others; if so, no plan for them is {@link #trivial()}.
     *
     * @param devices {@link #devices} of the page
     * @param known all claims on these devices that are stored
     */
    public static boolean reowns(Set<String> devices, Collection<Sign> signs, Collection<Claim> known) {
        Set<Claim> all = new HashSet<>(known);
        Set<String> claimed = new LinkedHashSet<>();
        for (Sign sign : signs) {
            Claim claim = sign.claim();
            if (claim != null && all.add(claim)) {
                claimed.add(claim.device());
            }
        }
        return !reowned(claimed, Ownerships.of(devices, known), Ownerships.of(devices, all))
                .isEmpty();
    }

    /** Those of newly claimed devices that belong to another at some time. */
    static Set<String> reowned(Collection<String> claimed, Ownerships before, Ownerships after) {
        Set<String> reowned = new LinkedHashSet<>();
        for (String device : claimed) {
            if (!before.of(device).runs().equals(after.of(device).runs())) {
                reowned.add(device);
            }
        }
        return reowned;
    }

    /**
     * Makes the plan.
     *
     * @param events the page's events, in reading order
     * @param signs {@link #signs} of them
     * @param known what is stored of {@link #devices} and of the events' homes
     * @param merging the kinds of keys that join nodes
     */
    public static IdentityPlan of(Collection<Event> events, List<Sign> signs, Known known, Set<KeyKind> merging) {
        return new IdentityPlanning(events, signs, known, merging).plan();
    }

    /**
     * Whether nothing changes but that some parts, nodes or claims without effect are new. All else must not happen at the
     * same time as the folding of any other page.
     */
    public boolean trivial() {
        return touched.isEmpty() && reowned.isEmpty();
    }

    /** The devices whose events must be folded anew, as homes. */
    public Set<String> scattered() {
        Set<String> homes = new LinkedHashSet<>();
        resettlements.forEach((device, resettlement) -> {
            if (resettlement instanceof Resettlement.Scattered) {
                homes.add(CustomerId.ANONYMOUS + device);
            }
        });
        return homes;
    }

    /** The parts that move as they are. */
    public List<Resettlement.Move> moves() {
        List<Resettlement.Move> moves = new ArrayList<>();
        resettlements.values().forEach(resettlement -> {
            if (resettlement instanceof Resettlement.Moves several) {
                moves.addAll(several.moves());
            }
        });
        return moves;
    }

    /** Devices that were nodes and are claimed now, as homes, each with the user of its first run. */
    public Map<String, String> becameClaimed() {
        Map<String, String> claimed = new TreeMap<>();
        for (String device : reowned) {
            String owner = ownerships.of(device).runs().getFirst().node();
            claimed.put(CustomerId.ANONYMOUS + device, owner);
        }
        return claimed;
    }

    /** The anonymous id in a device's home customer id. */
    static String device(String home) {
        return home.startsWith(CustomerId.ANONYMOUS) ? home.substring(CustomerId.ANONYMOUS.length()) : "";
    }

    static <T> Set<T> minus(Set<T> all, Collection<T> known) {
        Set<T> rest = new LinkedHashSet<>(all);
        rest.removeAll(new HashSet<>(known));
        return rest;
    }
}
