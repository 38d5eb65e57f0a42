package io.clientele.edge.page;

import io.clientele.edge.Refusal;

/** Why a page of a list is not given. */
public sealed interface PageRefusal extends Refusal {

    /** A page that is asked for from both ends, or with a limit out of range. */
    record InvalidPage(String field, String message) implements PageRefusal {
        @Override
        public String code() {
            return "INVALID_PAGE";
        }
    }

    /** A cursor that this list did not hand out. */
    record InvalidCursor(String field) implements PageRefusal {
        @Override
        public String code() {
            return "INVALID_CURSOR";
        }

        @Override
        public String message() {
            return field + " is not a cursor of this list in this order.";
        }
    }
}
