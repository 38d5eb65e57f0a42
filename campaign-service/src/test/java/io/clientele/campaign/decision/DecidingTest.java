package io.clientele.campaign.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.consent.ConsentPolicy;
import io.clientele.campaign.consent.Permissions;
import io.clientele.campaign.decision.DecisionRows.Spent;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.Channel;
import io.clientele.campaign.policy.rules.Cap;
import io.clientele.campaign.policy.rules.CapPeriod;
import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.campaign.policy.rules.PastContact;
import io.clientele.campaign.policy.rules.Quiet;
import io.clientele.campaign.policy.rules.QuietOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class DecidingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant ENTERED = NOW.minusSeconds(1900);

    private ContactPolicy policy = new ContactPolicy(List.of(), Optional.empty(), 20, 0);
    private Map<String, List<CappedContact>> past = Map.of();
    private Map<String, Spent> spent = Map.of();
    private Map<String, Long> costs = Map.of();

    @Test
    void contactsWhomNothingHoldsBack() {
        assertThat(decide(json -> json, card("ann"), null)).isInstanceOf(Verdict.Send.class);
    }

    @Test
    void leavesAloneWhoDidWhatEndsTheWaiting() {
        assertThat(decide(json -> json, card("ann"), ENTERED.plusSeconds(1)))
                .isEqualTo(new Verdict.Suppress(Reason.UNTIL_MET));
        assertThat(decide(json -> json, card("ann"), ENTERED)).isInstanceOf(Verdict.Send.class);
    }

    @Test
    void leavesAloneWhoIsNotInTheAudience() {
        UnaryOperator<ObjectNode> forSegment = json -> {
            json.withObject("/audience")
                    .put("segment", "vip")
                    .withArray("except")
                    .add("staff");
            return json;
        };

        assertThat(decide(forSegment, card("ann"), null)).isEqualTo(new Verdict.Suppress(Reason.NOT_IN_AUDIENCE));
        assertThat(decide(forSegment, card("ann", "vip"), null)).isInstanceOf(Verdict.Send.class);
        assertThat(decide(forSegment, card("ann", "vip", "staff"), null))
                .isEqualTo(new Verdict.Suppress(Reason.NOT_IN_AUDIENCE));
    }

    @Test
    void leavesAloneWhoWasDueTooLongAgo() {
        assertThat(new Deciding(rules(), NOW.plus(Duration.ofDays(1)), past, spent, costs)
                        .decide(due(json -> json), known(card("ann"), Map.of()), null))
                .isEqualTo(new Verdict.Suppress(Reason.TOO_LATE));
    }

    @Test
    void contactsOnceThoughSomebodyEnteredUnderTwoIds() {
        assertThat(deciding()
                        .decide(due(json -> json), known(card("ann"), Map.of("c-1", ENTERED.minusSeconds(60))), null))
                .isEqualTo(new Verdict.Suppress(Reason.ALREADY_ENTERED));
    }

    @Test
    void keepsThePauseOfReentryThoughSomebodyEntersUnderAnotherId() {
        Due due = due(json -> {
            json.withObject("/reentry").put("after", "PT1H");
            return json;
        });

        assertThat(deciding().decide(due, known(card("ann"), Map.of("c-1", ENTERED.minusSeconds(3599))), null))
                .isEqualTo(new Verdict.Suppress(Reason.ALREADY_ENTERED));
        assertThat(deciding().decide(due, known(card("ann"), Map.of("c-1", ENTERED.minusSeconds(3600))), null))
                .isInstanceOf(Verdict.Send.class);
    }

    @Test
    void letsBothEnterThatAreAPauseApartWhicheverIsDecidedFirst() {
        Due due = due(json -> {
            json.withObject("/reentry").put("after", "PT1H");
            return json;
        });

        assertThat(deciding().decide(due, known(card("ann"), Map.of("c-1", ENTERED.plusSeconds(3600))), null))
                .isInstanceOf(Verdict.Send.class);
        assertThat(deciding().decide(due, known(card("ann"), Map.of("c-1", ENTERED.plusSeconds(3599))), null))
                .isEqualTo(new Verdict.Suppress(Reason.ALREADY_ENTERED));
    }

    @Test
    void waitsForTheEndOfQuietHoursOrDropsTheContact() {
        policy = quiet(QuietOutcome.NEXT_AVAILABLE);
        assertThat(decide(json -> json, card("ann"), null))
                .isEqualTo(new Verdict.Postpone(Instant.parse("2026-11-20T18:00:00Z"), false));

        policy = quiet(QuietOutcome.DROP);
        assertThat(decide(json -> json, card("ann"), null)).isEqualTo(new Verdict.Suppress(Reason.QUIET_HOURS));
        assertThat(decide(json -> json.put("transactional", true), card("ann"), null))
                .isInstanceOf(Verdict.Send.class);
    }

    @Test
    void waitsForTheCustomersBestHourOnce() {
        UnaryOperator<ObjectNode> best = json -> json.put("timing", "BEST_TIME");

        assertThat(decide(best, card("ann"), null))
                .isEqualTo(new Verdict.Postpone(Instant.parse("2026-11-20T21:00:00Z"), true));
        Due again = due(best);
        Due timed = new Due(
                again.id(),
                again.campaign(),
                again.customer(),
                again.cause(),
                again.enteredAt(),
                again.enrolledAt(),
                again.dueAt(),
                again.event(),
                true);
        assertThat(deciding().decide(timed, known(card("ann"), Map.of()), null)).isInstanceOf(Verdict.Send.class);
    }

    @Test
    void keepsCapsAlsoWithinABatch() {
        policy = new ContactPolicy(List.of(new Cap(null, CapPeriod.DAY, 2)), Optional.empty(), 20, 0);
        past = Map.of(
                "ann", List.of(new CappedContact(new PastContact(Channel.EMAIL, LocalDate.of(2026, 11, 20)), null)));
        Deciding deciding = deciding();
        Due due = due(json -> {
            json.withObject("/reentry").put("always", true);
            return json;
        });

        assertThat(deciding.decide(due, known(card("ann"), Map.of()), null)).isInstanceOf(Verdict.Send.class);
        assertThat(deciding.decide(due, known(card("ann"), Map.of()), null))
                .isEqualTo(new Verdict.Suppress(Reason.CAPPED));
        assertThat(deciding.decide(due, known(card("bob"), Map.of()), null)).isInstanceOf(Verdict.Send.class);
    }

    @Test
    void spendsNoMoreThanTheBudget() {
        UnaryOperator<ObjectNode> dear = json -> {
            ((ObjectNode) json.at("/variants/0")).put("cost", 0.1).put("benefit", "b");
            json.withObject("/budget").put("total", 100).put("perDay", 50);
            return json;
        };
        costs = Map.of("b", 29_900_000L);
        spent = Map.of("c-1", new Spent(20_000_000, 0));
        Deciding deciding = deciding();

        assertThat(deciding.decide(due(dear), known(card("ann"), Map.of()), null))
                .isInstanceOf(Verdict.Send.class);
        assertThat(deciding.decide(due(dear), known(card("bob"), Map.of()), null))
                .isEqualTo(new Verdict.Suppress(Reason.OUT_OF_BUDGET));
    }

    @Test
    void leavesAControlGroupAlone() {
        UnaryOperator<ObjectNode> half = json -> json.put("control", 0.5);
        policy = new ContactPolicy(List.of(new Cap(null, CapPeriod.DAY, 1)), Optional.empty(), 20, 0);
        Deciding deciding = deciding();
        int control = 0;
        for (int i = 0; i < 1_000; i++) {
            Verdict verdict = deciding.decide(due(half), known(card("c-" + i), Map.of()), null);
            control += verdict instanceof Verdict.Control ? 1 : 0;
        }

        assertThat(control).isBetween(430, 570);
    }

    @Test
    void capsTheControlGroupLikeTheOthersButForItsOwnCampaignOnly() {
        policy = new ContactPolicy(List.of(new Cap(null, CapPeriod.DAY, 1)), Optional.empty(), 20, 0);
        Deciding deciding = deciding();
        Due half = due(json -> {
            json.withObject("/reentry").put("always", true);
            return json.put("control", 0.5);
        });
        Known control = controlOf(half);

        assertThat(deciding.decide(half, control, null)).isInstanceOf(Verdict.Control.class);
        assertThat(deciding.decide(half, control, null)).isEqualTo(new Verdict.Suppress(Reason.CAPPED));
        Due other = due("c-2", json -> json);
        assertThat(deciding.decide(other, control, null)).isInstanceOf(Verdict.Send.class);
        assertThat(deciding.decide(due("c-3", json -> json), control, null))
                .isEqualTo(new Verdict.Suppress(Reason.CAPPED));
    }

    /** Somebody of the campaign's control group. */
    private Known controlOf(Due due) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> known(card("c-" + i), Map.of()))
                .filter(known -> Deciding.experiment(due.campaign().definition())
                        .variant(known.card().id())
                        .isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void holdsOutTheSameCustomersInEveryCampaignButFromNecessaryMessages() {
        policy = new ContactPolicy(List.of(), Optional.empty(), 20, 0.2);
        Set<String> out = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            if (decide(json -> json, card("c-" + i), null) instanceof Verdict.HeldOut) {
                out.add("c-" + i);
            }
        }

        assertThat(out).hasSizeBetween(60, 140);
        String one = out.iterator().next();
        assertThat(decide(json -> json.put("name", "Other"), card(one), null)).isEqualTo(new Verdict.HeldOut());
        assertThat(decide(json -> json.put("transactional", true), card(one), null))
                .isInstanceOf(Verdict.Send.class);
    }

    @Test
    void reachesNobodyWithoutAnAddress() {
        UnaryOperator<ObjectNode> email = json -> {
            ((ObjectNode) json.at("/variants/0")).put("channel", "EMAIL");
            return json;
        };

        assertThat(decide(email, card("ann"), null)).isEqualTo(new Verdict.Suppress(Reason.NO_ADDRESS));
    }

    private Verdict decide(UnaryOperator<ObjectNode> campaign, ContactCard card, @Nullable Instant halted) {
        return deciding().decide(due(campaign), known(card, Map.of()), halted);
    }

    private Deciding deciding() {
        return new Deciding(rules(), NOW, past, spent, costs);
    }

    private Deciding.Rules rules() {
        return new Deciding.Rules(policy, new ConsentPolicy(Set.of()), ZoneOffset.UTC, Duration.ofHours(24));
    }

    private static ContactPolicy quiet(QuietOutcome outcome) {
        return new ContactPolicy(
                List.of(),
                Optional.of(new Quiet(LocalTime.of(10, 0), LocalTime.of(18, 0), outcome, Set.of(Channel.values()))),
                20,
                0);
    }

    private static Due due(UnaryOperator<ObjectNode> change) {
        return due("c-1", change);
    }

    private static Due due(String campaign, UnaryOperator<ObjectNode> change) {
        return new Due(
                1,
                CampaignInputs.stored(
                        CampaignInputs.with(campaign, change), CampaignState.RUNNING, Optional.of(Instant.EPOCH)),
                "ann",
                "m-1",
                ENTERED,
                ENTERED,
                ENTERED.plusSeconds(1800),
                null,
                false);
    }

    private static Known known(ContactCard card, Map<String, Instant> entered) {
        Map<String, NavigableSet<Instant>> sets = new HashMap<>();
        entered.forEach((campaign, at) -> sets.put(campaign, new TreeSet<>(List.of(at))));
        return new Known(card, ZoneId.of("UTC"), Permissions.NONE, sets);
    }

    private static ContactCard card(String id, String... segments) {
        List<Long> hours = new ArrayList<>(Collections.nCopies(24, 0L));
        hours.set(21, 7L);
        return new ContactCard(id, Set.of(id), Map.of(), Set.of(segments), Optional.empty(), hours, NOW);
    }
}
