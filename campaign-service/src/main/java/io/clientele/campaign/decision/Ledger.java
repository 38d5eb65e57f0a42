package io.clientele.campaign.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.clientele.campaign.decision.DecisionRows.Spent;
import io.clientele.campaign.policy.rules.PastContact;

/** What was done so far, as far as decisions depend on it. */
interface Ledger {

    /** The contacts of a customer that caps may count for a campaign. */
    List<PastContact> past(String campaign, String customer);

    /** What a campaign has spent, in all and today. */
    Spent spent(String campaign);

    /** Counts a contact that was decided on, or that the control group would have got. */
    void contacted(String customer, CappedContact contact);

    /** Counts what a contact that was decided on costs at most, in millionths. */
    void spend(String campaign, long millionths);

    /** One of a batch: what was stored before, and what the batch adds. */
    final class OfBatch implements Ledger {

        private final Map<String, List<CappedContact>> past = new HashMap<>();
        private final Map<String, Spent> spent;

        OfBatch(Map<String, List<CappedContact>> past, Map<String, Spent> spent) {
            past.forEach((customer, contacts) -> this.past.put(customer, new ArrayList<>(contacts)));
            this.spent = new HashMap<>(spent);
        }

        @Override
        public List<PastContact> past(String campaign, String customer) {
            return CappedContact.of(past.getOrDefault(customer, List.of()), campaign);
        }

        @Override
        public Spent spent(String campaign) {
            return spent.getOrDefault(campaign, Spent.NOTHING);
        }

        @Override
        public void contacted(String customer, CappedContact contact) {
            past.computeIfAbsent(customer, _ -> new ArrayList<>()).add(contact);
        }

        @Override
        public void spend(String campaign, long millionths) {
            spent.put(campaign, spent(campaign).plus(millionths));
        }
    }
}
