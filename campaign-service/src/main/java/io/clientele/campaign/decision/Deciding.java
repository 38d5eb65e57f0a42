package io.clientele.campaign.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.consent.ConsentPolicy;
import io.clientele.campaign.consent.Reachability;
import io.clientele.campaign.decision.DecisionRows.Spent;
import io.clientele.campaign.definition.Budget;
import io.clientele.campaign.definition.CampaignDefinition;
import io.clientele.campaign.definition.CampaignState;
import io.clientele.campaign.definition.ContactTiming;
import io.clientele.campaign.definition.Reentry;
import io.clientele.campaign.definition.Variant;
import io.clientele.campaign.experiment.Arm;
import io.clientele.campaign.experiment.Experiment;
import io.clientele.campaign.experiment.Holdout;
import io.clientele.campaign.policy.rules.ContactPolicy;
import io.clientele.campaign.policy.rules.PastContact;
import io.clientele.campaign.policy.rules.Quiet;
import io.clientele.campaign.policy.rules.QuietOutcome;

/**
 * Decides about enrolments one after the other, from what is known; what it decides counts for those that follow. Not for
 * more than one batch, and not for more than one thread.
 *
 * <p>Who is left alone for the experiment's sake is decided last: what would have kept the others from being contacted keeps
 * the control group out as well. What fails afterwards, of a coupon or a message, leaves its customer among the treated.
 */
final class Deciding {

    private static final Verdict ALREADY_ENTERED = new Verdict.Suppress(Reason.ALREADY_ENTERED);
    private static final Verdict UNTIL_MET = new Verdict.Suppress(Reason.UNTIL_MET);
    private static final String HOLDOUT_SALT = "global-holdout";

    private final Rules rules;
    private final Instant now;
    private final Ledger ledger;
    private final Map<String, Long> mostOfBenefit;

    /**
     * What holds for every campaign.
     *
     * @param hoursZone whose hours customers' activity is counted by
     * @param mostLate how late a contact may still be made
     */
    record Rules(ContactPolicy policy, ConsentPolicy consent, ZoneId hoursZone, Duration mostLate) {}

    /**
     * Begins a batch.
     *
     * @param past the contacts of each customer that caps may count
     * @param spent by each campaign so far
     * @param mostOfBenefit what a coupon of each benefit may cost, in millionths
     */
    Deciding(
            Rules rules,
            Instant now,
            Map<String, List<CappedContact>> past,
            Map<String, Spent> spent,
            Map<String, Long> mostOfBenefit) {
        this(rules, now, new Ledger.OfBatch(past, spent), mostOfBenefit);
    }

    /**
     * Begins with a ledger.
     *
     * @param mostOfBenefit what a coupon of each benefit may cost, in millionths
     */
    Deciding(Rules rules, Instant now, Ledger ledger, Map<String, Long> mostOfBenefit) {
        this.rules = rules;
        this.now = now;
        this.ledger = ledger;
        this.mostOfBenefit = mostOfBenefit;
    }

    /**
     * Decides about one, and notes that its customer entered unless it waits on.
     *
     * @param halted the customer's last halt in the campaign, of one that waits for a silence also the last sign of life; null
     *     if there was none
     */
    Verdict decide(Due due, Known known, @Nullable Instant halted) {
        Verdict verdict = verdict(due, known, halted);
        if (entry(due, verdict)) {
            known.entered()
                    .computeIfAbsent(due.campaign().id(), _ -> new TreeSet<>())
                    .add(due.enteredAt());
        }
        return verdict;
    }

    /** Whether it counts as one for those that follow; a silence that was broken, under whichever id, was none. */
    private static boolean entry(Due due, Verdict verdict) {
        return !(verdict instanceof Verdict.Postpone)
                && !verdict.equals(ALREADY_ENTERED)
                && !(verdict.equals(UNTIL_MET) && due.bySilence());
    }

    private Verdict verdict(Due due, Known known, @Nullable Instant halted) {
        CampaignDefinition campaign = due.campaign().definition();
        Optional<Reason> obstacle = obstacle(due, known, halted);
        if (obstacle.isPresent()) {
            return new Verdict.Suppress(obstacle.get());
        }
        Experiment experiment = experiment(campaign);
        Optional<String> arm = experiment.variant(known.card().id());
        // The control group's reach is that of the variant that it would have got.
        Variant variant = variant(campaign, known.card().id(), arm);
        Optional<Reason> unreachable = unreachable(campaign, variant, known);
        if (unreachable.isPresent()) {
            return new Verdict.Suppress(unreachable.get());
        }
        Verdict later = later(due, variant, known);
        if (later != null) {
            return later;
        }
        LocalDate today = now.atZone(known.zone()).toLocalDate();
        if (!campaign.transactional() && capped(campaign, variant, known, today)) {
            return new Verdict.Suppress(Reason.CAPPED);
        }
        if (!affordable(campaign, variant)) {
            return new Verdict.Suppress(Reason.OUT_OF_BUDGET);
        }
        if (!campaign.transactional() && heldOut(known)) {
            return new Verdict.HeldOut();
        }
        if (arm.isEmpty()) {
            cap(campaign, known, new CappedContact(new PastContact(variant.channel(), today), campaign.id()));
            return new Verdict.Control(variant);
        }
        ledger.spend(campaign.id(), cost(variant));
        cap(campaign, known, new CappedContact(new PastContact(variant.channel(), today), null));
        return new Verdict.Send(variant);
    }

    private Optional<Reason> obstacle(Due due, Known known, @Nullable Instant halted) {
        CampaignDefinition campaign = due.campaign().definition();
        if (due.campaign().state() == CampaignState.ENDED
                || campaign.endsAt().filter(end -> !end.isAfter(now)).isPresent()) {
            return Optional.of(Reason.CAMPAIGN_ENDED);
        }
        if (due.dueAt().plus(rules.mostLate()).isBefore(now)) {
            return Optional.of(Reason.TOO_LATE);
        }
        if (halted != null && halted.isAfter(due.enteredAt())) {
            return Optional.of(Reason.UNTIL_MET);
        }
        if (!campaign.audience().includes(known.card().segments())) {
            return Optional.of(Reason.NOT_IN_AUDIENCE);
        }
        return enters(due, known.entered().getOrDefault(campaign.id(), Collections.emptyNavigableSet()))
                ? Optional.empty()
                : Optional.of(Reason.ALREADY_ENTERED);
    }

    /**
     * Whether somebody may enter again who entered before under whichever id; of one id the trigger saw to it already. The later
     * of two may be decided about first.
     */
    private static boolean enters(Due due, NavigableSet<Instant> entered) {
        return switch (due.campaign().definition().reentry()) {
            case Reentry.Once _ -> entered.isEmpty();
            case Reentry.After(Duration pause) ->
                entered.subSet(
                                due.enteredAt().minus(pause),
                                false,
                                due.enteredAt().plus(pause),
                                false)
                        .isEmpty();
            case Reentry.Always _ -> true;
        };
    }

    /** The experiment that a campaign is. */
    static Experiment experiment(CampaignDefinition campaign) {
        return new Experiment(
                campaign.id(),
                campaign.control(),
                campaign.variants().stream()
                        .map(variant -> new Arm(variant.name(), variant.weight()))
                        .toList());
    }

    private static Variant variant(CampaignDefinition campaign, String customer, Optional<String> arm) {
        String name = arm.orElseGet(
                () -> new Experiment(campaign.id(), 0, experiment(campaign).arms())
                        .variant(customer)
                        .orElseThrow());
        return campaign.variants().stream()
                .filter(variant -> variant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Reason> unreachable(CampaignDefinition campaign, Variant variant, Known known) {
        return switch (Reachability.of(
                variant.channel(), known.recipient(), known.permissions(), rules.consent(), campaign.transactional())) {
            case Reachability.Reachable _ -> Optional.empty();
            case Reachability.NoConsent _ -> Optional.of(Reason.NO_CONSENT);
            case Reachability.Suppressed _ -> Optional.of(Reason.SUPPRESSED_ADDRESS);
            case Reachability.NoAddress _ -> Optional.of(Reason.NO_ADDRESS);
        };
    }

    private @Nullable Verdict later(Due due, Variant variant, Known known) {
        CampaignDefinition campaign = due.campaign().definition();
        Optional<Quiet> quiet =
                campaign.transactional() ? Optional.empty() : rules.policy().quiet(variant.channel());
        if (campaign.timing() == ContactTiming.BEST_TIME && !due.timed()) {
            Instant best = rules.policy()
                    .bestTime(known.card().hours(), rules.hoursZone(), now, known.zone(), variant.channel());
            if (best.isAfter(now)) {
                return new Verdict.Postpone(best, true);
            }
        }
        return quiet.filter(hours -> hours.holds(now, known.zone()))
                .map(hours -> hours.outcome() == QuietOutcome.DROP
                        ? new Verdict.Suppress(Reason.QUIET_HOURS)
                        : new Verdict.Postpone(hours.nextAllowed(now, known.zone()), due.timed()))
                .orElse(null);
    }

    private boolean capped(CampaignDefinition campaign, Variant variant, Known known, LocalDate today) {
        return rules.policy()
                .reached(
                        variant.channel(),
                        today,
                        ledger.past(campaign.id(), known.card().id()))
                .isPresent();
    }

    private boolean affordable(CampaignDefinition campaign, Variant variant) {
        Optional<Budget> budget = campaign.budget();
        Spent after = ledger.spent(campaign.id()).plus(cost(variant));
        return budget.isEmpty()
                || (after.total() <= budget.get().total().orElse(Long.MAX_VALUE)
                        && after.today() <= budget.get().perDay().orElse(Long.MAX_VALUE));
    }

    /** What a contact costs at most, in millionths. */
    long cost(Variant variant) {
        return variant.costMillionths()
                + variant.benefit()
                        .map(benefit -> mostOfBenefit.getOrDefault(benefit, 0L))
                        .orElse(0L);
    }

    private boolean heldOut(Known known) {
        return new Holdout(HOLDOUT_SALT, rules.policy().holdout())
                .holds(known.card().id());
    }

    private void cap(CampaignDefinition campaign, Known known, CappedContact contact) {
        if (!campaign.transactional()) {
            ledger.contacted(known.card().id(), contact);
        }
    }
}
