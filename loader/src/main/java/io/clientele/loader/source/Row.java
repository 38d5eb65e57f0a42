package io.clientele.loader.source;

/** What a source gives for one of its lines. */
public sealed interface Row {

    /** The line at which the row begins in its source, counted from one. */
    long line();

    /**
     * A row that became a Segment message.
     *
     * @param json one JSON object in UTF-8, owned by the receiver
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once and compared by nobody: a copy would be waste
    record Message(long line, byte[] json) implements Row {}

    /**
     * A row that cannot become a message; it never stops the rows after it.
     *
     * @param reason a stable code, see {@link BadRowReason}
     * @param text the row, cut to {@link #TEXT_LIMIT} characters
     */
    record Bad(long line, BadRowReason reason, String text) implements Row {

        /** How many characters of a bad row are kept. */
        public static final int TEXT_LIMIT = 1000;

        public Bad {
            text = text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT) + "…";
        }
    }
}
