package io.clientele.profile.definition;

import io.clientele.edge.Refusal;

/** The failures that changes of tags, segments and customers share. */
public sealed interface DefinitionFailure extends Refusal {

    /** A text that is empty, too long, or of characters that it cannot have. */
    record InvalidText(String field, String reason) implements DefinitionFailure {
        @Override
        public String code() {
            return "INVALID_VALUE";
        }

        @Override
        public String message() {
            return field + " " + reason + ".";
        }
    }

    /** A key that was used for another change. */
    record KeyReused(String field) implements DefinitionFailure {
        @Override
        public String code() {
            return "KEY_REUSED";
        }

        @Override
        public String message() {
            return field + " was used before for another change; a key stands for one change for ever.";
        }
    }

    /** No customer has this id. */
    record UnknownCustomer(String field) implements DefinitionFailure {
        @Override
        public String code() {
            return "UNKNOWN_CUSTOMER";
        }

        @Override
        public String message() {
            return "No customer has the id that " + field + " names.";
        }
    }
}
