package io.clientele.campaign.contact;

import io.clientele.edge.Refusal;

/** Why nothing is done with a message. */
sealed interface ContactFailure extends Refusal {

    /** No message has this id. */
    record UnknownMessage(String field) implements ContactFailure {
        @Override
        public String code() {
            return "UNKNOWN_MESSAGE";
        }

        @Override
        public String message() {
            return "No message of an inbox has the id that " + field + " names.";
        }
    }

    /** More or fewer messages than are given at a time. */
    record InvalidNumber(String field, int most) implements ContactFailure {
        @Override
        public String code() {
            return "INVALID_PAGE";
        }

        @Override
        public String message() {
            return field + " must be from 1 to " + most + ".";
        }
    }
}
