package io.clientele.campaign.rehearsal;

import java.time.Duration;

import io.clientele.edge.Refusal;

/** Why a dry run is not made, or not found. */
sealed interface DryRunFailure extends Refusal {

    /** No dry run has this id. */
    record Unknown(String field) implements DryRunFailure {
        @Override
        public String code() {
            return "UNKNOWN_DRY_RUN";
        }

        @Override
        public String message() {
            return "No dry run has the id that " + field + " names; they are kept for a while only.";
        }
    }

    /** It would end before it begins, or when it begins. */
    record EmptyRange(String field) implements DryRunFailure {
        @Override
        public String code() {
            return "DRY_RUN_RANGE_EMPTY";
        }

        @Override
        public String message() {
            return field + " has to be after input.from.";
        }
    }

    /** There are no events of the future. */
    record Future(String field) implements DryRunFailure {
        @Override
        public String code() {
            return "DRY_RUN_IN_FUTURE";
        }

        @Override
        public String message() {
            return field + " must not be in the future.";
        }
    }

    /** It would go on for too long. */
    record TooLong(String field, Duration most) implements DryRunFailure {
        @Override
        public String code() {
            return "DRY_RUN_RANGE_TOO_LONG";
        }

        @Override
        public String message() {
            return "From " + field + " to input.to there may be " + most.toDays() + " days at most.";
        }
    }

    /** Who left a segment when is not kept. */
    record ExitsUnknown(String field) implements DryRunFailure {
        @Override
        public String code() {
            return "DRY_RUN_EXITS_UNKNOWN";
        }

        @Override
        public String message() {
            return "Who left a segment in the past is not kept, so that a campaign that waits for it cannot be tried out.";
        }
    }

    /** There is enough to do. */
    record TooMany(String field, int most) implements DryRunFailure {
        @Override
        public String code() {
            return "TOO_MANY_DRY_RUNS";
        }

        @Override
        public String message() {
            return "There are " + most + " dry runs under way; wait for one, or cancel it.";
        }
    }
}
