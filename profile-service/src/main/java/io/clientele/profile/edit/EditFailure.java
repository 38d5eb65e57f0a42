package io.clientele.profile.edit;

import io.clientele.edge.Refusal;

/** Why a customer is not changed, beside what {@link io.clientele.profile.definition.DefinitionFailure} says. */
sealed interface EditFailure extends Refusal {

    /** Both are one customer already. */
    record IntoItself(String field) implements EditFailure {
        @Override
        public String code() {
            return "MERGE_INTO_ITSELF";
        }

        @Override
        public String message() {
            return field + " names the customer itself.";
        }
    }

    /** The one was given up for the other before. */
    record Ring(String field) implements EditFailure {
        @Override
        public String code() {
            return "MERGE_RING";
        }

        @Override
        public String message() {
            return field + " names a customer that was merged into the other before.";
        }
    }

    /** Only a user can take another over. */
    record IntoVisitor(String field) implements EditFailure {
        @Override
        public String code() {
            return "MERGE_INTO_VISITOR";
        }

        @Override
        public String message() {
            return field + " names a visitor without a user id, who cannot take another over.";
        }
    }

    /** What the event of the change would be is no event, with the code of why. */
    record Refused(String code, String field, String message) implements EditFailure {}

    /** funnel-service gives no answer, or none that helps. */
    record Unavailable() implements EditFailure {
        @Override
        public String code() {
            return "EVENTS_UNAVAILABLE";
        }

        @Override
        public String message() {
            return "The change could not be stored; the same again, with the same key, is good.";
        }
    }
}
