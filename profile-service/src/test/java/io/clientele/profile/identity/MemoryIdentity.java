package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps in memory what the store keeps in tables, and follows the plans as the fold does. */
final class MemoryIdentity {

    private final Set<KeyKind> merging;
    private final List<Event> folded = new ArrayList<>();
    private final Set<Claim> claims = new HashSet<>();
    private final Map<List<String>, Alias> aliases = new HashMap<>();
    private final Map<PartKey, Part> parts = new HashMap<>();
    private Set<HeldKey> keys = new HashSet<>();
    final List<IdentityChange> history = new ArrayList<>();

    MemoryIdentity(Set<KeyKind> merging) {
        this.merging = merging;
    }

    private record Part(String node, String customer, List<Event> events) {}

    void fold(List<Event> page) {
        List<Sign> signs = IdentityPlan.signs(page);
        Known known = new Known(claims, known(), keys, aliases.values());
        IdentityPlan plan = IdentityPlan.of(page, signs, known, merging);
        assertThat(IdentityPlan.reowns(IdentityPlan.devices(page, signs), signs, claims))
                .as("told before all else is known")
                .isEqualTo(!plan.reowned().isEmpty());
        Map<String, String> customersBefore = customersByNode();
        claims.addAll(plan.claims());
        plan.aliases().forEach(alias -> aliases.put(List.of(alias.previous(), alias.user()), alias));
        plan.moves().forEach(this::move);
        plan.scattered().forEach(home -> refold(home, plan.ownerships()));
        keys.addAll(plan.keys());
        page.forEach(event -> add(event, plan.ownerships()));
        folded.addAll(page);
        regroup(plan, customersBefore);
    }

    Map<String, Set<String>> customers() {
        Map<String, Set<String>> messages = new TreeMap<>();
        parts.values()
                .forEach(part -> part.events()
                        .forEach(event -> messages.computeIfAbsent(part.customer(), _ -> new TreeSet<>())
                                .add(event.messageId())));
        return messages;
    }

    /** Parts with their events, to compare with those of another order. */
    Map<PartKey, Set<String>> parts() {
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> part.getValue().events().stream()
                                .map(Event::messageId)
                                .collect(Collectors.toSet())));
    }

    private List<KnownPart> known() {
        return parts.entrySet().stream()
                .map(entry -> {
                    Part part = entry.getValue();
                    var times = part.events().stream().mapToLong(Sign::at).summaryStatistics();
                    return new KnownPart(entry.getKey(), part.node(), part.customer(), times.getMin(), times.getMax());
                })
                .toList();
    }

    private Map<String, String> customersByNode() {
        return parts.values().stream().collect(Collectors.toMap(Part::node, Part::customer, (one, _) -> one));
    }

    private void move(Resettlement.Move move) {
        Part part = Objects.requireNonNull(parts.remove(move.part().key()));
        parts.put(move.key(), new Part(move.to().node(), part.customer(), part.events()));
        keys = keys.stream()
                .map(held -> held.part().equals(move.part().key())
                        ? new HeldKey(move.key(), move.to().node(), held.key())
                        : held)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void refold(String home, Ownerships ownerships) {
        parts.keySet().removeIf(key -> key.home().equals(home));
        keys.removeIf(held -> held.part().home().equals(home));
        for (Event event : folded) {
            if (event.customer().value().equals(home)) {
                add(event, ownerships);
                Sign.of(event)
                        .ifPresent(sign -> sign.keys()
                                .forEach(key -> keys.add(new HeldKey(
                                        ownerships.part(event),
                                        ownerships.run(event).node(),
                                        key))));
            }
        }
    }

    private void add(Event event, Ownerships ownerships) {
        String node = ownerships.run(event).node();
        parts.computeIfAbsent(ownerships.part(event), _ -> new Part(node, node, new ArrayList<>()))
                .events()
                .add(event);
    }

    private void regroup(IdentityPlan plan, Map<String, String> customersBefore) {
        if (plan.trivial()) {
            parts.replaceAll((_, part) ->
                    new Part(part.node(), customersBefore.getOrDefault(part.node(), part.node()), part.events()));
            return;
        }
        Map<String, @Nullable String> nodes = new LinkedHashMap<>();
        parts.values().forEach(part -> nodes.put(part.node(), customersBefore.get(part.node())));
        Map<String, String> claimed = plan.becameClaimed();
        Map<String, String> before = new HashMap<>(customersBefore);
        before.keySet().retainAll(claimed.keySet());
        List<HeldKey> joining = keys.stream()
                .filter(held -> merging.contains(held.key().kind()))
                .toList();
        Regrouping regrouping = Regrouping.of(nodes, claimed, before, joining, aliases.values(), plan.signs());
        parts.replaceAll((_, part) ->
                new Part(part.node(), String.valueOf(regrouping.customers().get(part.node())), part.events()));
        history.addAll(regrouping.changes());
    }
}
