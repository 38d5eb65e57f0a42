package io.clientele.consumer;

import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

import io.clientele.contract.feed.FeedException;
import io.clientele.edge.CodedException;
import io.vertx.pgclient.PgException;

/** Tells what is wrong with events from what is wrong with the world. */
public final class Faults {

    private static final int LONGEST_REASON = 1_000;

    private Faults() {}

    /** Whether a page failed on what is in it: the same work again would fail again. */
    public static boolean ofEvents(Throwable failure) {
        return switch (failure) {
            case CursorMoved _ -> false;
            // The servers' and the feed's own failures.
            case CodedException _, FeedException _ -> false;
            // On the way out.
            case CancellationException _, RejectedExecutionException _ -> false;
            case PgException refused -> ofValues(refused);
            case RuntimeException _ -> true;
            default -> false;
        };
    }

    /** Classes of SQLSTATE that hang on values: 22 data exception, 23 constraint, 54 a limit such as that of index rows. */
    private static boolean ofValues(PgException refused) {
        String state = String.valueOf(refused.getSqlState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
    }

    /** For the table of what is set aside. */
    static String reason(Throwable fault) {
        String reason = fault.getClass().getSimpleName() + ": " + fault.getMessage();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
