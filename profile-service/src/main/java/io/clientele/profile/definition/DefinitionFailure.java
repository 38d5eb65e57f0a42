package io.clientele.profile.definition;

import io.clientele.edge.Refusal;

/** The failures that changes of tags, segments and customers share beside those of texts. */
public sealed interface DefinitionFailure extends Refusal {

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
