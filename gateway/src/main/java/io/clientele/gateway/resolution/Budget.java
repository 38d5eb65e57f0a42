package io.clientele.gateway.resolution;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time that planning one operation may take. */
public final class Budget {

    private static final int STEPS_A_LOOK = 256;

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
     * @throws PlanningTimeoutException if the time is over
     */
    void step() {
        steps++;
        if (steps % STEPS_A_LOOK == 0 && clock.instant().isAfter(end)) {
            throw new PlanningTimeoutException(steps);
        }
    }
}
