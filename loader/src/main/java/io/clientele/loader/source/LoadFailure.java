package io.clientele.loader.source;

import java.util.Locale;

/** What stops a load. What was answered before stays loaded, and the next run goes on from there. */
public final class LoadFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    public LoadFailure(Code code, String message) {
        super(message);
        this.code = code;
    }

    public LoadFailure(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** The kinds of failure; their text form is stable. */
    public enum Code {
        /** The file is absent, unreadable, or ends in the middle of its compression. */
        FILE_UNREADABLE,
        /** The first line of a CSV file lacks a column that the format needs. */
        COLUMN_MISSING,
        /** The folder for checkpoints and bad rows cannot be written. */
        STATE_FOLDER_UNUSABLE,
        /** The collector refuses the request for good, for example for its write key. */
        COLLECTOR_REFUSED,
        /** The collector gave no answer, or asked to wait, for longer than the load is allowed to wait. */
        COLLECTOR_UNAVAILABLE,
        /** What answered does not speak the collection API. */
        COLLECTOR_ANSWER_UNREADABLE;

        /** Give the stable text form, for example {@code collector_refused}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
