package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.clientele.contract.event.Event;

/** Customers computed at once from all events, straight from the definitions and without regard to cost. */
public final class WholeSet {

    private final Collection<Event> events;
    private final Set<KeyKind> merging;
    private final List<Sign> signs;

    public WholeSet(Collection<Event> events, Set<KeyKind> merging) {
        this.events = events;
        this.merging = merging;
        this.signs = events.stream().flatMap(event -> Sign.of(event).stream()).toList();
    }

    /** The message ids of each customer's events. */
    public Map<String, Set<String>> customers() {
        Map<String, Set<String>> messages = new TreeMap<>();
        List<Set<String>> components = components();
        for (Event event : events) {
            String node = node(event.customer().value(), Sign.at(event));
            Set<String> component = components.stream()
                    .filter(one -> one.contains(node))
                    .findFirst()
                    .orElseThrow();
            messages.computeIfAbsent(id(component), _ -> new TreeSet<>()).add(event.messageId());
        }
        return messages;
    }

    private String node(String home, long at) {
        List<Claim> claims = signs.stream()
                .map(Sign::claim)
                .filter(claim -> claim != null && home.equals("anon:" + claim.device()))
                .toList();
        Optional<Claim> before = claims.stream()
                .filter(claim -> claim.at() <= at)
                .max(Comparator.comparingLong(Claim::at).thenComparing(Claim::messageId));
        Optional<Claim> first =
                claims.stream().min(Comparator.comparingLong(Claim::at).thenComparing(Claim::messageId));
        return before.or(() -> first).map(Claim::user).orElse(home);
    }

    private List<Set<String>> components() {
        Set<String> nodes = new HashSet<>();
        events.forEach(event -> nodes.add(node(event.customer().value(), Sign.at(event))));
        List<Set<String>> components = new ArrayList<>();
        nodes.forEach(node -> components.add(new HashSet<>(Set.of(node))));
        Map<IdentityKey, String> holders = new HashMap<>();
        for (Sign sign : signs) {
            String node = node(sign.home(), sign.at());
            for (IdentityKey key : sign.keys()) {
                if (merging.contains(key.kind())) {
                    join(components, node, holders.computeIfAbsent(key, _ -> node));
                }
            }
            if (sign.alias() != null) {
                join(components, sign.alias().previous(), sign.alias().user());
            }
        }
        return components;
    }

    private static void join(List<Set<String>> components, String one, String other) {
        List<Set<String>> joined = components.stream()
                .filter(component -> component.contains(one) || component.contains(other))
                .toList();
        boolean both = joined.stream().anyMatch(component -> component.contains(one))
                && joined.stream().anyMatch(component -> component.contains(other));
        if (both && joined.size() == 2) {
            components.removeAll(joined);
            joined.getFirst().addAll(joined.getLast());
            components.add(joined.getFirst());
        }
    }

    private String id(Set<String> component) {
        Set<String> givenUp = new HashSet<>();
        signs.forEach(sign -> {
            if (sign.alias() != null) {
                givenUp.add(sign.alias().previous());
            }
        });
        Comparator<String> smallest = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
        List<String> users =
                component.stream().filter(node -> !node.startsWith("anon:")).toList();
        return users.stream()
                .filter(user -> !givenUp.contains(user))
                .min(smallest)
                .or(() -> users.stream().min(smallest))
                .orElseGet(() -> component.stream().min(smallest).orElseThrow());
    }
}
