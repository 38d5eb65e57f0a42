package io.clientele.campaign.decision;

import io.clientele.edge.Refusal;

/** Why a message is not sent to try it out. */
public sealed interface TestSendFailure extends Refusal {

    /** Nobody is known by this id. */
    record UnknownCustomer(String field) implements TestSendFailure {
        @Override
        public String code() {
            return "UNKNOWN_CUSTOMER";
        }

        @Override
        public String message() {
            return "Nobody is known by the id that " + field + " names.";
        }
    }

    /** The campaign has no variant of this name. */
    record UnknownVariant(String field) implements TestSendFailure {
        @Override
        public String code() {
            return "UNKNOWN_VARIANT";
        }

        @Override
        public String message() {
            return "The campaign has no variant of the name that " + field + " gives.";
        }
    }

    /** Everything is stopped. */
    record SendingStopped(String field) implements TestSendFailure {
        @Override
        public String code() {
            return "SENDING_STOPPED";
        }

        @Override
        public String message() {
            return "Everything that is sent is stopped, tests too; setSending lets it go on.";
        }
    }

    /** The customer has no address of the variant's channel. */
    record NoAddress(String field) implements TestSendFailure {
        @Override
        public String code() {
            return Reason.NO_ADDRESS.name();
        }

        @Override
        public String message() {
            return "The customer that " + field + " names has no address on the variant's channel.";
        }
    }

    /** The customer's address is not written to again. */
    record SuppressedAddress(String field) implements TestSendFailure {
        @Override
        public String code() {
            return Reason.SUPPRESSED_ADDRESS.name();
        }

        @Override
        public String message() {
            return "The address of the customer that " + field + " names bounced, complained, or was unsubscribed.";
        }
    }

    /** A test is a message as any other to the one who gets it. */
    record NoConsent(String field) implements TestSendFailure {
        @Override
        public String code() {
            return Reason.NO_CONSENT.name();
        }

        @Override
        public String message() {
            return "The customer that " + field + " names does not agree to being contacted on the variant's channel.";
        }
    }

    /** The template comes to nothing with this customer's values. */
    record NotWritten(String field, String code) implements TestSendFailure {
        @Override
        public String message() {
            return "The message cannot be written for the customer that " + field + " names.";
        }
    }
}
