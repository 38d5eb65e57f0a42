package io.clientele.profile.card;

import io.clientele.edge.Refusal;

/** Why a customer's fields are not answered. */
sealed interface CardFailure extends Refusal {

    /** The customer was there a moment ago. */
    record Gone(String field) implements CardFailure {
        @Override
        public String code() {
            return "CUSTOMER_GONE";
        }

        @Override
        public String message() {
            return "The customer was erased while it was being read.";
        }
    }
}
