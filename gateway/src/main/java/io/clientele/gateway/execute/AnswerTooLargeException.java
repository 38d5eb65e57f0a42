package io.clientele.gateway.execute;

/** An answer has more objects than one may have: each subgraph's part may be small, put together they multiply. */
public final class AnswerTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The most objects of an answer, counted at every place where they stand. */
    static final int OBJECTS = 500_000;

    AnswerTooLargeException() {
        super("The answer has more than " + OBJECTS + " objects; ask for fewer at a time.", null, false, false);
    }

    /**
     * Counts on.
     *
     * @throws AnswerTooLargeException if that is too many
     */
    static void check(int objects) {
        if (objects > OBJECTS) {
            throw new AnswerTooLargeException();
        }
    }
}
