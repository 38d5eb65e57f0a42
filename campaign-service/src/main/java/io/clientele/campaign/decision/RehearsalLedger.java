package io.clientele.campaign.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.clientele.campaign.decision.DecisionRows.Spent;
import io.clientele.campaign.policy.rules.PastContact;

/** What one campaign would have done by an instant, and what other campaigns did do by then. */
final class RehearsalLedger implements Ledger {

    private final Map<String, List<PastContact>> own = new HashMap<>();
    private final Map<LocalDate, Long> spending = new HashMap<>();
    private long spentInAll;
    private OfBatch batch = new OfBatch(Map.of(), Map.of());
    private Map<String, List<Made>> others = Map.of();
    private Instant now = Instant.EPOCH;
    private LocalDate today = LocalDate.EPOCH;

    /** A contact that another campaign made. */
    record Made(Instant at, PastContact contact) {}

    /** Goes on to an instant, and to another batch. */
    RehearsalLedger at(Instant instant, LocalDate shopDay, Map<String, List<Made>> madeByOthers) {
        now = instant;
        today = shopDay;
        others = madeByOthers;
        batch = new OfBatch(Map.of(), Map.of());
        return this;
    }

    @Override
    public List<PastContact> past(String campaign, String customer) {
        List<PastContact> past = new ArrayList<>(own.getOrDefault(customer, List.of()));
        others.getOrDefault(customer, List.of()).stream()
                .filter(made -> !made.at().isAfter(now))
                .map(Made::contact)
                .forEach(past::add);
        past.addAll(batch.past(campaign, customer));
        return past;
    }

    @Override
    public Spent spent(String campaign) {
        Spent more = batch.spent(campaign);
        return new Spent(spentInAll + more.total(), spending.getOrDefault(today, 0L) + more.today());
    }

    @Override
    public void contacted(String customer, CappedContact contact) {
        batch.contacted(customer, contact);
    }

    @Override
    public void spend(String campaign, long millionths) {
        batch.spend(campaign, millionths);
    }

    /** Keeps what became of a decision: it may have come to nothing, such as when there was no coupon left. */
    void keep(DecidedContact contact, long costMillionths) {
        spentInAll += costMillionths;
        spending.merge(today, costMillionths, Long::sum);
        if ((contact.decision() == Decision.SENT || contact.decision() == Decision.CONTROL)
                && !contact.due().campaign().definition().transactional()) {
            own.computeIfAbsent(contact.customer(), _ -> new ArrayList<>())
                    .add(new PastContact(contact.variant().orElseThrow().channel(), contact.day()));
        }
    }
}
