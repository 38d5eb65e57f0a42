package io.clientele.campaign.channel;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to deliver a message. Problems are words for operators, without personal data. */
sealed interface Outcome {

    /** The receiver has taken it. */
    record Taken() implements Outcome {}

    /** It may be taken later. */
    record NotNow(String problem, Optional<Duration> retryAfter) implements Outcome {
        NotNow(String problem) {
            this(problem, Optional.empty());
        }
    }

    /** The receiver will not take it, ever. */
    record Refused(String problem) implements Outcome {}

    /** There is no such address. */
    record Bounced(String problem) implements Outcome {}

    /** Its recipient withdrew after the decision, and it was not sent. */
    record Withdrawn() implements Outcome {}
}
