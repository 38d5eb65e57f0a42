package io.clientele.campaign.trigger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.Reentry;

/** Lets customers into campaigns, or not: a function of when they entered last. */
final class Admission {

    private final Map<Who, Instant> last;

    /** One customer in one campaign. */
    record Who(String campaign, String customer) {}

    /**
     * Begins with what is known.
     *
     * @param last when each entered last
     */
    Admission(Map<Who, Instant> last) {
        this.last = new HashMap<>(last);
    }

    /** In which order entries are let in. */
    static List<Entry> inOrder(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(Entry::campaign)
                        .thenComparing(Entry::customer)
                        .thenComparing(Entry::at)
                        .thenComparing(Entry::cause))
                .toList();
    }

    /** Lets in whoever may enter, one after the other, and notes each. */
    List<Entry> admit(List<Entry> inOrder, Function<String, Reentry> reentry) {
        List<Entry> admitted = new ArrayList<>();
        for (Entry entry : inOrder) {
            Who who = new Who(entry.campaign(), entry.customer());
            if (enters(entry, last.get(who), reentry.apply(entry.campaign()))) {
                admitted.add(entry);
                last.merge(who, entry.at(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return admitted;
    }

    /** When each entered last. */
    Map<Who, Instant> last() {
        return Map.copyOf(last);
    }

    private static boolean enters(Entry entry, @Nullable Instant last, Reentry reentry) {
        return switch (reentry) {
            case Reentry.Once _ -> last == null;
            case Reentry.After after -> last == null || !entry.at().isBefore(last.plus(after.pause()));
            case Reentry.Always _ -> true;
        };
    }
}
