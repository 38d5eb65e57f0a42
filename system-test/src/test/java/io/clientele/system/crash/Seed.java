package io.clientele.system.crash;

import java.util.Random;

/** What a run's random numbers hang on. */
final class Seed {

    private Seed() {}

    /** The seed that was asked for, or a new one; told, so that the run can be repeated. */
    static long ofRun() {
        long given = Long.getLong("clientele.crash.seed", 0);
        long seed = given == 0 ? new Random().nextLong() : given;
        System.out.println("The crash test runs with -Dclientele.crash.seed=" + seed);
        return seed;
    }
}
