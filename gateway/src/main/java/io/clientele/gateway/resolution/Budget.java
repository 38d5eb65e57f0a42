package io.clientele.gateway.resolution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time and the steps that planning one operation may take. */
public final class Budget {

    private static final int STEPS_A_LOOK = 256;

    /** Each step leaves something in the plan, which takes memory. */
    private static final int STEPS = 200_000;

    private final InstantSource clock;
    private final Instant end;
    private int steps;

    public Budget(InstantSource clock, Duration time) {
        this.clock = clock;
        this.end = clock.instant().plus(time);
    }

    /**
     * Notes a step of work.
     *
     * @throws PlanningTimeoutException if the time is over, or the steps are
     */
    public void step() {
        steps++;
        if (steps > STEPS || (steps % STEPS_A_LOOK == 0 && clock.instant().isAfter(end))) {
            throw new PlanningTimeoutException(steps);
        }
    }
}
