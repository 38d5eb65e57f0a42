package io.clientele.campaign.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.audience.ContactCard;
import io.clientele.campaign.benefit.CouponRehearsal;
import io.clientele.campaign.benefit.IssueOutcome;
import io.clientele.campaign.definition.StoredCampaign;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/**
 * Decides about the enrolments of one campaign as they would have come due, by the rules that decide in earnest. What it would
 * have done is kept in memory, and nowhere else. For one thread at a time.
 */
public final class DecisionRehearsal {

    private static final int WINDOW = 1_000;

    private final StoredCampaign campaign;
    private final Rules rules;
    private final Outcome outcome;
    private final Function<List<Due>, Uni<RehearsalWindow>> sources;
    private final NavigableSet<Due> waiting = new TreeSet<>(
            Comparator.comparing(Due::dueAt).thenComparing(Due::customer).thenComparingLong(Due::id));
    private final Map<String, NavigableSet<Instant>> halts = new HashMap<>();
    private final Map<String, Map<String, NavigableSet<Instant>>> entered = new HashMap<>();
    private final RehearsalLedger ledger = new RehearsalLedger();
    private final RehearsalSums sums = new RehearsalSums();
    private RehearsalWindow window = RehearsalWindow.NONE;
    private long enrolled;
    private long held;

    /**
     * What holds all the time.
     *
     * @param mostOfBenefit what a coupon of each benefit may cost, in millionths
     */
    record Rules(Deciding.Rules rules, ZoneId shop, Map<String, Long> mostOfBenefit, CouponRehearsal coupons) {}

    DecisionRehearsal(
            StoredCampaign campaign, Rules rules, Outcome outcome, Function<List<Due>, Uni<RehearsalWindow>> sources) {
        this.campaign = campaign;
        this.rules = rules;
        this.outcome = outcome;
        this.sources = sources;
    }

    /** Takes an enrolment; see the table of that name. */
    public void enrol(String customer, String cause, Instant at, Instant due, @Nullable String event) {
        enrolled++;
        add(new Due(enrolled, campaign, customer, cause, at, at, due, event, false));
    }

    /** Characters of the events that are kept for those who wait. */
    public long held() {
        return held;
    }

    private void add(Due due) {
        if (waiting.add(due)) {
            held += size(due);
        }
    }

    private void remove(Due due) {
        if (waiting.remove(due)) {
            held -= size(due);
        }
    }

    private static long size(Due due) {
        return due.event() == null ? 0 : due.event().length();
    }

    /** Takes note of something that ends a customer's waiting. */
    public void halt(String customer, Instant at) {
        halts.computeIfAbsent(customer, _ -> new TreeSet<>()).add(at);
    }

    /**
     * Decides about all that is due before an instant; everything that happened before it has to be known.
     *
     * @param goOn is asked after each thousand customers or so; its failure ends everything
     */
    public Uni<Void> until(Instant end, Supplier<Uni<Void>> goOn) {
        return Uni.createFrom()
                .deferred(() -> some(end, goOn))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** How it came out so far. */
    public RehearsedDecisions decided() {
        return sums.after(waiting.size());
    }

    private Uni<Boolean> some(Instant end, Supplier<Uni<Void>> goOn) {
        List<Due> next = waiting.stream()
                .takeWhile(due -> due.dueAt().isBefore(end))
                .limit(WINDOW)
                .toList();
        if (next.isEmpty()) {
            return Uni.createFrom().item(false);
        }
        return sources.apply(next)
                // Messages are written, which takes its time.
                .emitOn(Infrastructure.getDefaultExecutor())
                .invoke(known -> {
                    window = known;
                    decideKnown(end);
                })
                .chain(() -> goOn.get())
                .replaceWith(true);
    }

    private void decideKnown(Instant end) {
        while (!waiting.isEmpty()) {
            Instant now = waiting.first().dueAt();
            List<Due> together = waiting.stream()
                    .takeWhile(due -> due.dueAt().equals(now) && now.isBefore(end) && window.knows(due))
                    .toList();
            if (together.isEmpty()) {
                return;
            }
            together.forEach(this::remove);
            // As if profile-service had read everything, or as if patience with it were over.
            decide(Batch.of(together, window.cards(), Instant.MAX), now);
        }
    }

    /** Decides about those who are due at the same instant, which one round would take. */
    private void decide(Batch batch, Instant now) {
        LocalDate today = now.atZone(rules.shop()).toLocalDate();
        Map<String, Known> known = new HashMap<>();
        batch.customers()
                .forEach((id, card) -> known.put(
                        id,
                        Known.of(card, rules.shop(), window.permissions(card), entered.getOrDefault(id, Map.of()))));
        Deciding deciding =
                new Deciding(rules.rules(), now, ledger.at(now, today, window.others()), rules.mostOfBenefit());
        Map<Due, Verdict> verdicts = new LinkedHashMap<>();
        for (Due due : batch.ready()) {
            Known one = Objects.requireNonNull(known.get(batch.card(due).id()));
            verdicts.put(due, deciding.decide(due, one, batch.halted(due, halts(batch, due))));
        }
        known.forEach((id, one) -> entered.put(id, one.entered()));
        // Recommendations are today's, and stand in the way of no message.
        keep(new Outcome.Decided(batch, verdicts, known, issue(batch, verdicts, now), Map.of(), now, today));
    }

    private void keep(Outcome.Decided decided) {
        List<DecidedContact> contacts = new ArrayList<>();
        decided.batch().unknown().forEach(due -> contacts.add(Outcome.unknown(due, decided.today())));
        decided.verdicts().forEach((due, verdict) -> {
            if (verdict instanceof Verdict.Postpone(Instant until, boolean timed)) {
                add(due.postponed(until, timed));
            } else {
                contacts.add(outcome.contact(due, verdict, decided));
            }
        });
        for (DecidedContact contact : contacts) {
            long couponCost = Outcome.couponCost(contact, decided);
            ledger.keep(contact, contact.costMillionths() + couponCost);
            sums.add(contact, couponCost);
        }
        Outcome.unsent(contacts, decided).forEach(rules.coupons()::withdraw);
    }

    private Map<String, IssueOutcome> issue(Batch batch, Map<Due, Verdict> verdicts, Instant now) {
        Map<String, IssueOutcome> issued = new LinkedHashMap<>();
        DecisionRound.requests(batch, verdicts, now)
                .forEach(request ->
                        issued.put(request.couponId(), rules.coupons().decide(request)));
        return issued;
    }

    /** The last halts of a customer by now. */
    private Map<List<String>, Instant> halts(Batch batch, Due due) {
        ContactCard card = batch.card(due);
        Set<String> ids = new TreeSet<>(card.ids());
        ids.add(card.id());
        ids.add(due.customer());
        Map<List<String>, Instant> last = new HashMap<>();
        for (String id : ids) {
            NavigableSet<Instant> all = halts.get(id);
            Instant at = all == null ? null : all.floor(due.dueAt());
            if (at != null) {
                last.put(DecisionRows.key(campaign.id(), id), at);
            }
        }
        return last;
    }
}
