package io.clientele.edge.text;

import io.clientele.edge.Refusal;

/** Why a text that a client gave is not taken. */
public sealed interface TextRefusal extends Refusal {

    /** A text that is empty, too long, or of characters that it cannot have. */
    record InvalidText(String field, String reason) implements TextRefusal {
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
    record KeyReused(String field) implements TextRefusal {
        @Override
        public String code() {
            return "KEY_REUSED";
        }

        @Override
        public String message() {
            return field + " was used before for another change; a key stands for one change for ever.";
        }
    }
}
