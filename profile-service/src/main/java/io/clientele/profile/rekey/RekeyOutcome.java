package io.clientele.profile.rekey;

/** What funnel-service says of one task of a request. */
sealed interface RekeyOutcome {

    /** All of its events lie where they are to be found. */
    record Done() implements RekeyOutcome {}

    /** A part is done; the task is to be sent again at once. */
    record Unfinished() implements RekeyOutcome {}

    /** Something is in the way of this task, and of this one alone as far as is known. */
    record Failed(String reason) implements RekeyOutcome {}
}
