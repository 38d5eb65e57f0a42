package io.clientele.gateway.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The chains of requests that wait for one another. */
final class Chains {

    private final Map<FetchDraft, Integer> before = new HashMap<>();
    private final Map<FetchDraft, Integer> after = new HashMap<>();
    private final Map<FetchDraft, Set<FetchDraft>> waiting = new HashMap<>();
    private final int longest;

    Chains(List<FetchDraft> drafts) {
        for (FetchDraft draft : drafts) {
            draft.after()
                    .forEach(earlier -> waiting.computeIfAbsent(earlier, any -> new HashSet<>())
                            .add(draft));
        }
        longest = drafts.stream().mapToInt(this::before).max().orElse(-1) + 1;
    }

    /** The requests of the longest chain. */
    int longest() {
        return longest;
    }

    /** How many requests, one after the other, a draft must wait for. */
    int before(FetchDraft draft) {
        Integer known = before.get(draft);
        if (known == null) {
            known = draft.after().stream().mapToInt(this::before).max().orElse(-1) + 1;
            before.put(draft, known);
        }
        return known;
    }

    /** How many requests, one after the other, must wait for a draft. */
    int after(FetchDraft draft) {
        Integer known = after.get(draft);
        if (known == null) {
            known = waiting.getOrDefault(draft, Set.of()).stream()
                            .mapToInt(this::after)
                            .max()
                            .orElse(-1)
                    + 1;
            after.put(draft, known);
        }
        return known;
    }
}
