package io.clientele.funnel.question;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.Refusal;

/** The failures that several features share. */
public sealed interface QuestionFailure extends Refusal {

    /** A range that is empty, turned round, or outside the calendar. */
    record InvalidRange(String field, String message) implements QuestionFailure {
        @Override
        public String code() {
            return "INVALID_RANGE";
        }
    }

    /** A field of events that does not exist or cannot be asked for. */
    record UnknownField(String field, String reason) implements QuestionFailure {
        @Override
        public String code() {
            return "UNKNOWN_FIELD";
        }

        @Override
        public String message() {
            return "The field that " + field + " names " + reason + ".";
        }
    }

    /** A limit that is below one or over what is allowed. */
    record InvalidLimit(String field, int most) implements QuestionFailure {
        @Override
        public String code() {
            return "INVALID_LIMIT";
        }

        @Override
        public String message() {
            return field + " must be from 1 to " + most + ".";
        }
    }

    @Override
    default @Nullable String field() {
        return null;
    }
}
