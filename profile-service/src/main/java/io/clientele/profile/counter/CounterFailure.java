package io.clientele.profile.counter;

import io.clientele.edge.Refusal;

/** Why something is not counted. */
sealed interface CounterFailure extends Refusal {

    /** A question about all customers that asks for what no document of the index tells, or not yet of all. */
    record NotCounted(String field) implements CounterFailure {
        @Override
        public String code() {
            return "BEHAVIOUR_NOT_COUNTED";
        }

        @Override
        public String message() {
            return field + " has a where that is not counted for all customers: that begins once a segment or a tag"
                    + " uses it, and takes a while.";
        }
    }

    /** More counters than each event is counted by. */
    record TooMany(String field, int most) implements CounterFailure {
        @Override
        public String code() {
            return "TOO_MANY_COUNTERS";
        }

        @Override
        public String message() {
            return field + " would be counted by more than " + most
                    + " different where of behaviours, with those that other segments and tags use.";
        }
    }
}
