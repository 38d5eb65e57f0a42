package io.clientele.gateway.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Joins requests to one subgraph for the same objects of the answer, if neither waits for the other.
 *
 * <p>Not if one would tell another thing of an object under the same name (fields that require the same field with other
 * arguments), not if it would ask of some objects what requires more than is told of them, and not if the plan's longest
 * chain of requests became longer.
 */
final class MergeTwins {

    private MergeTwins() {}

    /** Joins what can be joined; the order of the drafts stays. */
    static void apply(List<FetchDraft> drafts) {
        for (int i = 0; i < drafts.size(); i++) {
            for (int j = i + 1; j < drafts.size(); j++) {
                if (areTwins(drafts.get(i), drafts.get(j), drafts)) {
                    join(drafts.get(i), drafts.get(j), drafts);
                    j = i; // what did not fit before may fit now
                }
            }
        }
    }

    private static boolean areTwins(FetchDraft one, FetchDraft other, List<FetchDraft> drafts) {
        return one.isRoot() == other.isRoot()
                && one.subgraph().equals(other.subgraph())
                && one.path().equals(other.path())
                && agree(one, other)
                && failAlike(one, other)
                && tellsEnough(one, other)
                && tellsEnough(other, one)
                && !one.dependsOn(other)
                && !other.dependsOn(one)
                && fits(one, other, drafts);
    }

    /** Whether what keeps one from being asked keeps the other, too: a failure must cost only what depends on it. */
    private static boolean failAlike(FetchDraft one, FetchDraft other) {
        return one.after().equals(other.after()) || one.representations().equals(other.representations());
    }

    private static boolean agree(FetchDraft one, FetchDraft other) {
        boolean anyType = one.representations().containsKey(Representation.ANY);
        return anyType == other.representations().containsKey(Representation.ANY)
                && one.representations().entrySet().stream().allMatch(entry -> {
                    Representation theirs = other.representations().get(entry.getKey());
                    return theirs == null || entry.getValue().agreesWith(theirs);
                });
    }

    /**
     * Whether what the other asks can be asked of the objects that only the one tells of: objects that a subgraph knows
     * under one interface's name are asked alike, so each must tell what any of the fields requires.
     */
    private static boolean tellsEnough(FetchDraft one, FetchDraft other) {
        return one.representations().entrySet().stream()
                .filter(told -> !other.representations().containsKey(told.getKey()))
                .map(Map.Entry::getValue)
                .allMatch(told -> other.representations().values().stream()
                        .filter(theirs -> Objects.equals(theirs.typename(), told.typename()))
                        .allMatch(told::covers));
    }

    private static boolean fits(FetchDraft one, FetchDraft other, List<FetchDraft> drafts) {
        Chains chains = new Chains(drafts);
        int before = Math.max(chains.before(one), chains.before(other));
        return before + Math.max(chains.after(one), chains.after(other)) < chains.longest();
    }

    private static void join(FetchDraft kept, FetchDraft dropped, List<FetchDraft> drafts) {
        dropped.levels().forEach((type, level) -> kept.level(type).merge(level));
        for (Map.Entry<String, Representation> told : dropped.representations().entrySet()) {
            kept.tell(told.getKey(), told.getValue());
        }
        kept.after().addAll(dropped.after());
        drafts.remove(dropped);
        for (FetchDraft draft : drafts) {
            if (draft.after().remove(dropped)) {
                draft.after().add(kept);
            }
        }
    }
}
