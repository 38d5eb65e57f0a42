package io.clientele.campaign.effect;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;

/**
 * An event that is a campaign's goal, if its customer was exposed.
 *
 * @param customer as the event itself says
 * @param since exposures from then on count
 * @param revenue what the event adds to its order; null if it is about no money
 */
record ReachedGoal(
        String campaign,
        String messageId,
        String customer,
        @Nullable String orderId,
        Instant since,
        Instant at,
        @Nullable Money revenue) {

    static ReachedGoal of(CampaignGoal goal, Event event) {
        Instant at = event.times().timestamp();
        return new ReachedGoal(
                goal.campaign(),
                event.messageId(),
                event.customer().value(),
                event.order().id(),
                at.minus(goal.goal().within()),
                at,
                OrderAmount.of(event));
    }
}
