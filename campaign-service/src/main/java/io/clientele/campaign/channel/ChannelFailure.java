package io.clientele.campaign.channel;

import io.clientele.edge.Refusal;

/** Why a webhook is not defined, or a dead letter not taken up again. */
sealed interface ChannelFailure extends Refusal {

    /** No address that messages can be posted to. */
    record InvalidUrl(String field, String reason) implements ChannelFailure {
        @Override
        public String code() {
            return "INVALID_URL";
        }

        @Override
        public String message() {
            return field + " " + reason + ".";
        }
    }

    /** More webhooks than are kept. */
    record TooManyWebhooks(String field, int most) implements ChannelFailure {
        @Override
        public String code() {
            return "TOO_MANY_WEBHOOKS";
        }

        @Override
        public String message() {
            return "There are " + most + " webhooks, and no more can be defined.";
        }
    }

    /** No contact that is delivered has this id. */
    record UnknownContact(String field) implements ChannelFailure {
        @Override
        public String code() {
            return "UNKNOWN_CONTACT";
        }

        @Override
        public String message() {
            return "No contact that is to be delivered has the id that " + field + " names.";
        }
    }

    /** It is delivered, or was ended for good. */
    record NotDead(String field) implements ChannelFailure {
        @Override
        public String code() {
            return "NOT_A_DEAD_LETTER";
        }

        @Override
        public String message() {
            return "The contact that " + field + " names is no dead letter.";
        }
    }
}
