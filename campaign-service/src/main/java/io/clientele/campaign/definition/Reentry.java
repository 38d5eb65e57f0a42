package io.clientele.campaign.definition;

import java.time.Duration;

/** Whether a customer may be enrolled again. */
public sealed interface Reentry {

    /** Never. */
    record Once() implements Reentry {}

    /** So long after the last enrolment, more than zero. */
    record After(Duration pause) implements Reentry {}

    /** Each time. */
    record Always() implements Reentry {}
}
