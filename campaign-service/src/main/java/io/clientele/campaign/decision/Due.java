package io.clientele.campaign.decision;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.clientele.campaign.definition.StoredCampaign;
import io.clientele.campaign.definition.Trigger;

/**
 * An enrolment that is due.
 *
 * @param id {@link #NO_ENROLMENT} of a message that is sent to try it out
 * @param customer as its cause named it
 * @param enrolledAt when its cause was read, which may be long after {@code enteredAt}
 * @param event what the message may name of the event, as JSON; null if the cause was none
 * @param timed whether the customer's best hour was waited for already
 */
record Due(
        long id,
        StoredCampaign campaign,
        String customer,
        String cause,
        Instant enteredAt,
        Instant enrolledAt,
        Instant dueAt,
        @Nullable String event,
        boolean timed) {

    /** The id of what nobody entered for. */
    static final long NO_ENROLMENT = 0;

    /** When it could be decided about before anything put it off; of a schedule when it began, which may be earlier. */
    Instant firstDecidable() {
        Instant firstDue = enteredAt.plus(campaign.definition().wholeWait());
        return enrolledAt.isAfter(firstDue) ? enrolledAt : firstDue;
    }

    /** The same, due later. */
    Due postponed(Instant until, boolean waitedForBestHour) {
        return new Due(id, campaign, customer, cause, enteredAt, enrolledAt, until, event, waitedForBestHour);
    }

    /** Whether it waited for a silence. */
    boolean bySilence() {
        return campaign.definition().trigger() instanceof Trigger.OnInactivity;
    }

    /** Whether it was an event of the feed, which profile-service reads as well. */
    boolean byEvent() {
        return event != null;
    }
}
