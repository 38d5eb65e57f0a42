package io.clientele.campaign.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.StoredCampaign;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration DELAY = Duration.ofMinutes(30);

    private static final StoredCampaign CAMPAIGN =
            CampaignInputs.stored(CampaignInputs.sound("c"), CampaignState.RUNNING, Optional.of(Instant.EPOCH));

    @Test
    void waitsForCustomersWhomNobodyKnowsYet() {
        Due due = putOff(NOW.minus(DELAY).minus(PATIENCE).plusSeconds(1));

        assertThat(batch(due, Map.of()).early()).containsExactly(due);
    }

    @Test
    void waitsNoLongerHoweverOftenItWasPutOff() {
        Due due = putOff(NOW.minus(DELAY).minus(PATIENCE));

        assertThat(batch(due, Map.of()).unknown()).containsExactly(due);
    }

    @Test
    void waitsAsLongWhenTheEventCameLate() {
        Instant entered = NOW.minus(DELAY).minus(PATIENCE).minus(Duration.ofHours(1));
        Due late = late(entered, NOW.minus(PATIENCE).plusSeconds(1));

        assertThat(batch(late, Map.of()).early()).containsExactly(late);
        assertThat(batch(late, Map.of("ann", card(entered.minusMillis(1)))).early())
                .containsExactly(late);
        Due longAgo = late(entered, NOW.minus(PATIENCE));
        assertThat(batch(longAgo, Map.of()).unknown()).containsExactly(longAgo);
    }

    @Test
    void waitsForTheEventToBeReadAndThenDecidesWithWhatIsKnown() {
        Due recent = putOff(NOW.minus(DELAY));
        Due old = putOff(NOW.minus(DELAY).minus(PATIENCE));

        assertThat(batch(recent, Map.of("ann", card(recent.enteredAt().minusMillis(1))))
                        .early())
                .containsExactly(recent);
        assertThat(batch(recent, Map.of("ann", card(recent.enteredAt()))).ready())
                .containsExactly(recent);
        assertThat(batch(old, Map.of("ann", card(old.enteredAt().minusMillis(1))))
                        .ready())
                .containsExactly(old);
    }

    private static Batch batch(Due due, Map<String, ContactCard> cards) {
        return Batch.of(List.of(due), cards, NOW.minus(PATIENCE));
    }

    /** An enrolment by an event, due again a moment ago, since it was put off before. */
    private static Due putOff(Instant entered) {
        return new Due(1, CAMPAIGN, "ann", "m", entered, entered, NOW.minusMillis(1), "{}", false);
    }

    /** Due at once, since its event came long after it happened. */
    private static Due late(Instant entered, Instant enrolled) {
        return new Due(1, CAMPAIGN, "ann", "m", entered, enrolled, entered.plus(DELAY), "{}", false);
    }

    private static ContactCard card(Instant lastSeen) {
        return new ContactCard("ann", Set.of("ann"), Map.of(), Set.of(), Optional.empty(), List.of(), lastSeen);
    }
}
