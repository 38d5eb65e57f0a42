package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.contract.event.Event;

/**
 * Finds whom events of the past would have enrolled in one campaign, and whom they would have halted. It keeps in memory what
 * the live way keeps in tables; for one thread at a time.
 */
public final class PastTriggers {

    /** The clock is that of the events: none is late. */
    private static final Duration MOST_LATE = Duration.ZERO;

    private final StoredCampaign campaign;
    private final Matching matching;
    private final Admission admission = new Admission(Map.of());
    private final Map<String, Activity> active = new HashMap<>();
    private final PriorityQueue<Activity> silences = new PriorityQueue<>(Comparator.comparing(Activity::silentAt));

    private long held;

    /** For a campaign as if it ran since the instant at which it is said to have been launched. */
    public PastTriggers(StoredCampaign campaign) {
        this.campaign = campaign;
        this.matching = new Matching(List.of(campaign), MOST_LATE);
    }

    /** What events meant. */
    public record Found(List<Entry> entries, List<Halt> halts) {}

    /**
     * Reads events.
     *
     * @param events in the order of their time, none before those that were read already
     */
    public Found read(List<Event> events) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Event event : events) {
            Instant at = event.times().timestamp();
            found.entries().addAll(silent(at));
            Findings findings = matching.find(List.of(event), at);
            found.halts().addAll(findings.halts());
            found.entries().addAll(admit(findings.entries()));
            findings.activities().forEach(this::note);
        }
        return found;
    }

    private void note(Activity activity) {
        active.put(activity.customer(), activity);
        silences.add(activity);
        held += activity.event().length();
    }

    /** Those who have been silent for long enough by an instant. */
    public List<Entry> silent(Instant until) {
        List<Entry> entries = new ArrayList<>();
        while (!silences.isEmpty() && !silences.peek().silentAt().isAfter(until)) {
            Activity silent = silences.remove();
            held -= silent.event().length();
            // A later sign of the same customer has taken its place otherwise.
            if (active.remove(silent.customer(), silent)) {
                entries.addAll(admit(List.of(Silences.entry(silent, campaign))));
            }
        }
        return entries;
    }

    /** Characters of the events that are kept for those who may fall silent. */
    public long held() {
        return held;
    }

    /** Those of these who may enter. */
    public List<Entry> admit(List<Entry> entries) {
        return admission.admit(
                Admission.inOrder(entries), _ -> campaign.definition().reentry());
    }
}
