package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;

/** Makes one {@link IdentityPlan}. */
final class IdentityPlanning {

    private final List<Sign> signs;
    private final Known known;
    private final Set<KeyKind> merging;
    private final Set<Claim> newClaims = new LinkedHashSet<>();
    private final Map<List<String>, Alias> newAliases = new LinkedHashMap<>();
    private final Set<HeldKey> newKeys = new LinkedHashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Set<Sign> news = new LinkedHashSet<>();
    private final Ownerships before;
    private final Ownerships ownerships;

    IdentityPlanning(Collection<Event> events, List<Sign> signs, Known known, Set<KeyKind> merging) {
        this.signs = signs;
        this.known = known;
        this.merging = merging;
        Set<Claim> knownClaims = new HashSet<>(known.claims());
        for (Sign sign : signs) {
            if (sign.claim() != null && !knownClaims.contains(sign.claim())) {
                newClaims.add(sign.claim());
                news.add(sign);
            }
        }
        knownClaims.addAll(newClaims);
        Set<String> devices = IdentityPlan.devices(events, signs);
        this.before = Ownerships.of(devices, known.claims());
        this.ownerships = Ownerships.of(devices, knownClaims);
        touchNewUsersWithAliases(events);
    }

    IdentityPlan plan() {
        List<String> claimed = newClaims.stream().map(Claim::device).toList();
        Set<String> reowned = IdentityPlan.reowned(claimed, before, ownerships);
        Map<String, Resettlement> resettlements = resettlements(reowned);
        signs.forEach(this::alias);
        signs.forEach(sign -> keys(sign, resettlements.keySet()));
        return new IdentityPlan(
                ownerships,
                reowned,
                resettlements,
                newClaims,
                new LinkedHashSet<>(newAliases.values()),
                newKeys,
                new ArrayList<>(news),
                touched);
    }

    /** A user may be named by an alias before its first own event. */
    private void touchNewUsersWithAliases(Collection<Event> events) {
        Set<String> present = known.parts().stream().map(KnownPart::node).collect(Collectors.toSet());
        Set<String> named = new HashSet<>();
        known.aliases().forEach(alias -> named.add(alias.previous()));
        for (Event event : events) {
            String user = event.customer().userId();
            if (user != null && named.contains(user) && !present.contains(user)) {
                touched.add(user);
                news.add(Sign.ofPresence(event));
            }
        }
    }

    private static List<Run> runs(Ownerships ownerships, String device) {
        return ownerships.of(device).runs();
    }

    private Map<String, Resettlement> resettlements(Set<String> reowned) {
        Map<String, List<KnownPart>> parts = new HashMap<>();
        for (KnownPart part : known.parts()) {
            parts.computeIfAbsent(part.key().home(), _ -> new ArrayList<>()).add(part);
        }
        Map<String, Resettlement> resettlements = new LinkedHashMap<>();
        for (String device : reowned) {
            List<KnownPart> lain = parts.getOrDefault(CustomerId.ANONYMOUS + device, List.of());
            Resettlement resettlement = Resettlement.of(lain, ownerships.of(device));
            if (!(resettlement instanceof Resettlement.Stays)) {
                resettlements.put(device, resettlement);
                lain.forEach(part -> touched.add(part.node()));
                runs(ownerships, device).forEach(run -> touched.add(run.node()));
            }
        }
        return resettlements;
    }

    private void alias(Sign sign) {
        Alias alias = sign.alias();
        if (alias == null) {
            return;
        }
        boolean old = known.aliases().stream()
                .anyMatch(one ->
                        one.previous().equals(alias.previous()) && one.user().equals(alias.user()));
        if (!old && newAliases.putIfAbsent(List.of(alias.previous(), alias.user()), alias) == null) {
            touched.add(alias.previous());
            touched.add(alias.user());
            news.add(sign);
        }
    }

    private void keys(Sign sign, Set<String> resettled) {
        if (sign.keys().isEmpty()) {
            return;
        }
        // What parts held that lie elsewhere now is written anew without this sign.
        boolean lies = !resettled.contains(IdentityPlan.device(sign.home()));
        for (IdentityKey key : sign.keys()) {
            HeldKey held = ownerships.held(sign, key);
            if (!(lies && known.keys().contains(held)) && newKeys.add(held)) {
                news.add(sign);
                if (merging.contains(key.kind())) {
                    touched.add(held.node());
                }
            }
        }
    }
}
