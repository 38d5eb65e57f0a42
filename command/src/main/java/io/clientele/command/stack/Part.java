package io.clientele.command.stack;

import java.io.IOException;
import java.util.List;

/** A server or service that the supervisor keeps alive. */
interface Part {
    String name();

    /** Where it will listen; settled before anything starts, so that others can be told. */
    String address();

    /** The parts that must be ready before this one is started. */
    List<String> needs();

    /**
     * Starts the process; may return before it is ready.
     *
     * @throws IOException when it cannot be started, or ended before it was ready
     */
    RunningPart launch() throws IOException, InterruptedException;
}
