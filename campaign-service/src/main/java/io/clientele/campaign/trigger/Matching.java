package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.clientele.campaign.definition.CampaignDefinition;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.EventMatch;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger;
import io.clientele.contract.event.Event;

/** Finds what events mean to campaigns; a function of both and of the clock. */
final class Matching {

    /** How long a halt stays for enrolments whose event comes after it. */
    private static final Duration HALT_REST = Duration.ofDays(7);

    private final Map<String, List<StoredCampaign>> byEvent = new HashMap<>();
    private final Duration mostLate;

    /**
     * For campaigns that run or are paused: of those who wait in a paused one it must be known what they do meanwhile.
     *
     * @param mostLate how late an event may come and still enrol
     */
    Matching(List<StoredCampaign> campaigns, Duration mostLate) {
        this.mostLate = mostLate;
        campaigns.forEach(campaign -> campaign.definition()
                .events()
                .forEach(event ->
                        byEvent.computeIfAbsent(event, _ -> new ArrayList<>()).add(campaign)));
    }

    /** What events mean. */
    Findings find(List<Event> events, Instant now) {
        Findings findings = new Findings(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Event event : events) {
            String name = event.name();
            if (name != null) {
                byEvent.getOrDefault(name, List.of()).forEach(campaign -> find(event, campaign, now, findings));
            }
        }
        return findings;
    }

    private void find(Event event, StoredCampaign campaign, Instant now, Findings findings) {
        CampaignDefinition definition = campaign.definition();
        Instant at = event.times().timestamp();
        String customer = event.customer().value();
        if (definition.until().stream().anyMatch(match -> match.matches(event))) {
            Instant expires = at.plus(definition.wholeWait()).plus(HALT_REST);
            findings.halts().add(new Halt(definition.id(), customer, at, expires));
        }
        if (!enrols(campaign, at, now)) {
            return;
        }
        switch (definition.trigger()) {
            case Trigger.OnEvent(EventMatch match)
            when match.matches(event) && campaign.state() == CampaignState.RUNNING ->
                findings.entries()
                        .add(new Entry(
                                definition.id(),
                                customer,
                                event.messageId(),
                                at,
                                at.plus(definition.delay()),
                                EventSketch.of(event)));
            case Trigger.OnInactivity(EventMatch after, Duration lasting)
            when after.matches(event) ->
                findings.activities()
                        .add(new Activity(definition.id(), customer, at, at.plus(lasting), EventSketch.of(event)));
            case Trigger.OnEvent _,
                    Trigger.OnInactivity _,
                    Trigger.OnSegmentEntry _,
                    Trigger.OnSegmentExit _,
                    Trigger.OnSchedule _ -> {}
        }
    }

    /** Whether something that happened at an instant may enrol: since the launch, between the dates, and not too long ago. */
    boolean enrols(StoredCampaign campaign, Instant at, Instant now) {
        return campaign.launchedAt().map(launch -> !at.isBefore(launch)).orElse(false)
                && campaign.definition().enrolsAt(at)
                && !at.isBefore(now.minus(mostLate));
    }
}
