package io.clientele.profile.identity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.CustomerId;

/** Finds which of several messages joined two customers: the first, in reading order, after which they are connected. */
final class MergeCauses {

    private final DisjointSets sets = new DisjointSets();
    private final List<Sign> signs;

    /** Begins with what was connected before the signs. */
    MergeCauses(
            Map<String, @Nullable String> nodes,
            Map<String, String> devices,
            Collection<HeldKey> keys,
            List<Sign> signs) {
        this.signs = signs;
        nodes.forEach((node, customer) -> {
            if (customer != null) {
                sets.join(node, customer);
            }
        });
        devices.forEach(sets::join);
        Set<String> homes = new HashSet<>();
        signs.forEach(sign -> homes.add(sign.home()));
        for (HeldKey held : keys) {
            if (!homes.contains(held.part().home())) {
                sets.join(held.node(), text(held.key()));
            }
        }
    }

    /**
     * The sign that joined each pair; pairs that none joined are absent: a claim took something away, and what was left
     * was joined already.
     */
    Map<String, Sign> of(Map<String, String> pairs) {
        Map<String, String> pending = new HashMap<>(pairs);
        Map<String, Sign> causes = new HashMap<>();
        for (Sign sign : signs) {
            apply(sign);
            pending.forEach((from, into) -> {
                if (sets.joined(from, into)) {
                    causes.put(from, sign);
                }
            });
            pending.keySet().removeAll(causes.keySet());
        }
        return causes;
    }

    private void apply(Sign sign) {
        if (sign.claim() != null) {
            sets.join(CustomerId.ANONYMOUS + sign.claim().device(), sign.claim().user());
        }
        if (sign.alias() != null) {
            sets.join(sign.alias().previous(), sign.alias().user());
        }
        sign.keys().forEach(key -> sets.join(sign.home(), text(key)));
    }

    /** A key as a text that no node has: node ids hold no U+0000. */
    private static String text(IdentityKey key) {
        return key.kind() + "\0" + key.value();
    }
}
