package io.clientele.profile.segment;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.Refusal;

/** Why no segment is made of a funnel's customers; nothing is stored then. */
sealed interface DropOffFailure extends Refusal {

    /** Nobody is behind the step. */
    record EmptyStep() implements DropOffFailure {
        @Override
        public String code() {
            return "EMPTY_FUNNEL_STEP";
        }

        @Override
        public String field() {
            return "input.step";
        }

        @Override
        public String message() {
            return "The funnel has no customer to list at input.step.";
        }
    }

    /** More than a list takes. */
    record TooManyCustomers(long most) implements DropOffFailure {
        @Override
        public String code() {
            return "TOO_MANY_CUSTOMERS";
        }

        @Override
        public String field() {
            return "input.funnel";
        }

        @Override
        public String message() {
            return "input.funnel has more than " + most
                    + " customers to list; take a shorter range, or narrow its steps.";
        }
    }

    /** The id is taken. */
    record SegmentExists(String field) implements DropOffFailure {
        @Override
        public String code() {
            return "SEGMENT_EXISTS";
        }

        @Override
        public String message() {
            return field + " is the id of another segment, which stays as it is.";
        }
    }

    /** Customers are listed of the whole funnel. */
    record BreakdownNotListed() implements DropOffFailure {
        @Override
        public String code() {
            return "BREAKDOWN_NOT_LISTED";
        }

        @Override
        public String field() {
            return "input.funnel.breakdown";
        }

        @Override
        public String message() {
            return "Customers are listed of a whole funnel; ask for one value's by a condition of each step.";
        }
    }

    /** What funnel-service refuses, with its own code. */
    record RefusedFunnel(String code, String field, String message) implements DropOffFailure {}

    /** funnel-service or its store gives no answer. */
    record EventsUnavailable(String reason) implements DropOffFailure {
        @Override
        public String code() {
            return "EVENTS_UNAVAILABLE";
        }

        @Override
        public @Nullable String field() {
            return null;
        }

        @Override
        public String message() {
            return "The event store gives no answer; try again with the same key.";
        }
    }
}
