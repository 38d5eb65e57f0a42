package io.clientele.gateway.resolution;

/** An operation takes longer to plan than it may. */
public final class PlanningTimeoutException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlanningTimeoutException(int steps) {
        super("The operation is too complex to be planned in time (" + steps + " steps).", null, false, false);
    }
}
