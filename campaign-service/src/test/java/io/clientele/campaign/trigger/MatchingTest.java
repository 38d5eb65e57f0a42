package io.clientele.campaign.trigger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.contract.event.Event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class MatchingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant LAUNCH = NOW.minusSeconds(7200);

    @Test
    void enrolsAndWaits() {
        Findings findings = find(campaign(json -> json), event("Product Added", NOW.minusSeconds(60)));

        assertThat(findings.entries())
                .extracting(Entry::campaign, Entry::customer, Entry::cause, Entry::due)
                .containsExactly(tuple("c-1", "ann", "m-1", NOW.minusSeconds(60).plus(Duration.ofMinutes(30))));
        assertThat(findings.halts()).isEmpty();
    }

    @Test
    void haltsByWhatEndsTheWaiting() {
        Findings findings = find(campaign(json -> json), event("Order Completed", NOW));

        assertThat(findings.entries()).isEmpty();
        assertThat(findings.halts()).extracting(Halt::customer, Halt::at).containsExactly(tuple("ann", NOW));
    }

    @Test
    void haltsButDoesNotEnrolWhileTheCampaignIsPaused() {
        StoredCampaign paused =
                CampaignInputs.stored(CampaignInputs.sound("c-1"), CampaignState.PAUSED, Optional.of(LAUNCH));

        assertThat(find(paused, event("Product Added", NOW)).entries()).isEmpty();
        assertThat(find(paused, event("Order Completed", NOW)).halts()).hasSize(1);
    }

    @Test
    void takesNoEventFromBeforeTheLaunchOrOutsideTheDates() {
        StoredCampaign campaign =
                campaign(json -> json.put("endsAt", NOW.minusSeconds(10).toString()));

        assertThat(find(campaign, event("Product Added", LAUNCH.minusNanos(1))).entries())
                .isEmpty();
        assertThat(find(campaign, event("Product Added", LAUNCH)).entries()).hasSize(1);
        assertThat(find(campaign, event("Product Added", NOW.minusSeconds(10))).entries())
                .isEmpty();
    }

    @Test
    void takesNoEventThatComesMuchTooLate() {
        StoredCampaign campaign = campaign(json -> json);

        assertThat(new Matching(List.of(campaign), Duration.ofMinutes(10))
                        .find(List.of(event("Product Added", NOW.minusSeconds(601))), NOW)
                        .entries())
                .isEmpty();
    }

    @Test
    void looksAtTheEventsFields() {
        StoredCampaign campaign = campaign(json -> {
            json.withObject("/trigger/event")
                    .withObject("/where/property")
                    .put("field", "channel")
                    .put("operator", "ANY_OF")
                    .withArray("values")
                    .add("app");
            return json;
        });

        assertThat(find(campaign, event("Product Added", NOW)).entries()).isEmpty();
        assertThat(find(
                                campaign,
                                Feed.event("m-1", "ann", "Product Added", NOW)
                                        .channel("app")
                                        .build())
                        .entries())
                .hasSize(1);
    }

    @Test
    void notesTheLastSignOfWhoMayFallSilent() {
        StoredCampaign campaign = campaign(json -> {
            json.putObject("trigger")
                    .putObject("inactivity")
                    .put("lasting", "PT1H")
                    .putObject("after")
                    .put("event", "Product Viewed");
            return json;
        });

        assertThat(find(campaign, event("Product Viewed", NOW)).activities())
                .extracting(Activity::customer, Activity::silentAt)
                .containsExactly(tuple("ann", NOW.plusSeconds(3600)));
    }

    private static Findings find(StoredCampaign campaign, Event event) {
        return new Matching(List.of(campaign), Duration.ofDays(1)).find(List.of(event), NOW);
    }

    private static Event event(String name, Instant at) {
        return Feed.event("m-1", "ann", name, at).build();
    }

    static StoredCampaign campaign(UnaryOperator<ObjectNode> change) {
        return CampaignInputs.stored(CampaignInputs.with("c-1", change), CampaignState.RUNNING, Optional.of(LAUNCH));
    }
}
