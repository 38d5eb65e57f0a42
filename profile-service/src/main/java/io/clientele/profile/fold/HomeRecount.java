package io.clientele.profile.fold;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.clientele.contract.feed.FeedCursor;
import io.clientele.profile.facts.CounterSet;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.identity.Claim;
import io.clientele.profile.identity.PartKey;
import io.clientele.profile.part.Part;
import io.clientele.profile.part.PartVersion;

/** What the parts of one home hold for counters that they do not know. For one thread at a time. */
final class HomeRecount {

    private final RecountSnapshot snapshot;
    private final String home;
    private final ZoneId zone;
    private final Map<PartKey, PartVersion> parts;
    private final Map<PartKey, Ledger> counts = new HashMap<>();
    private @Nullable FeedCursor end;

    HomeRecount(RecountSnapshot snapshot, String home, ZoneId zone) {
        this.snapshot = snapshot;
        this.home = home;
        this.zone = zone;
        this.parts = snapshot.parts().getOrDefault(home, Map.of());
    }

    String home() {
        return home;
    }

    /** Up to where the feed was folded into the parts. */
    List<FeedCursor> cursors() {
        return snapshot.cursors();
    }

    /** The claims that say which of the home's events is in which part. */
    Set<Claim> claims() {
        return snapshot.claims(Set.of(home));
    }

    /** Whether the home's events have to be read; if not, its parts have none that are to be counted. */
    boolean needsEvents() {
        return parts.values().stream()
                .map(PartVersion::part)
                .anyMatch(part -> unknown(part).events().stream().anyMatch(part.ledger()::mayHold));
    }

    /** Counts events; each one comes once. */
    void count(List<Event> events) {
        PartSums.byPart(events, snapshot.ownerships()).forEach((key, ofPart) -> {
            PartVersion part = parts.get(key);
            if (part == null) {
                throw new IllegalStateException("a home has an event that was folded into none of its parts");
            }
            count(part.part(), ofPart);
        });
    }

    /** Counts events that came after the home was read; those of parts that are newer are counted there. */
    void countNewer(List<Event> events) {
        PartSums.byPart(events, snapshot.ownerships()).forEach((key, ofPart) -> {
            PartVersion part = parts.get(key);
            if (part != null) {
                count(part.part(), ofPart);
            }
        });
    }

    private void count(Part part, List<Event> events) {
        CounterSet unknown = unknown(part);
        if (!unknown.isEmpty()) {
            counts.merge(part.key(), Ledger.EMPTY.counting(events, zone, unknown), Ledger::plus);
        }
    }

    /** All events up to here are counted. */
    void readTo(FeedCursor cursor) {
        end = cursor;
    }

    /** Up to where events are counted; null if none had to be. */
    @Nullable
    FeedCursor end() {
        return end;
    }

    /** The parts as they were read, counted by all counters. */
    List<PartVersion> counted() {
        return counted(parts.values());
    }

    /** Parts that know as much as when they were read, and hold all events that were counted, counted by all counters. */
    List<PartVersion> counted(Collection<PartVersion> current) {
        CounterSet counters = snapshot.counters();
        return current.stream()
                .filter(each -> knowsAsMuch(each.part()))
                .filter(each -> each.part().countedTo() < counters.highest())
                .map(each -> each.counted(counted(each.part(), counters)))
                .toList();
    }

    private Part counted(Part part, CounterSet counters) {
        Ledger counted = part.ledger().plus(counts.getOrDefault(part.key(), Ledger.EMPTY));
        return part.counted(counted.countingOnly(counters), counters.highest());
    }

    private boolean knowsAsMuch(Part part) {
        PartVersion read = parts.get(part.key());
        return read != null && read.part().countedTo() == part.countedTo();
    }

    private CounterSet unknown(Part part) {
        return snapshot.counters().after(part.countedTo());
    }
}
