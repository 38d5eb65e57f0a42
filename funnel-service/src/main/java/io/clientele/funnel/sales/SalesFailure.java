package io.clientele.funnel.sales;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.Refusal;

/** Why sales are not told. */
sealed interface SalesFailure extends Refusal {

    /** More currencies than ISO 4217 has, several times over: what is told would not be all. */
    record TooManyCurrencies() implements SalesFailure {
        @Override
        public String code() {
            return "TOO_MANY_CURRENCIES";
        }

        @Override
        public @Nullable String field() {
            return null;
        }

        @Override
        public String message() {
            return "The orders are in more than " + SalesSearch.MOST_CURRENCIES + " currencies.";
        }
    }
}
