package io.clientele.campaign.decision;

import java.time.Instant;

import io.clientele.campaign.definition.Variant;

/** What is decided about an enrolment. */
sealed interface Verdict {

    /** It is decided about again later, and nothing is kept of this time. */
    record Postpone(Instant until, boolean timed) implements Verdict {}

    /** The customer is contacted. */
    record Send(Variant variant) implements Verdict {}

    /** The customer is not contacted, so that there is something to compare with. */
    record Control(Variant variant) implements Verdict {}

    /** The customer is contacted by no campaign. */
    record HeldOut() implements Verdict {}

    /** The customer is not contacted. */
    record Suppress(Reason reason) implements Verdict {}
}
