package io.clientele.command.stack;

import java.util.Optional;

/** The process of a {@link Part}. */
interface RunningPart {
    long pid();

    /** Empty when it answers as ready; otherwise what it says or lacks. */
    Optional<String> whyNotReady() throws InterruptedException;

    /** The last lines that it wrote, to explain an early end. */
    String lastWords();

    /** Asks it to end, insists after a while, and returns when it has; does nothing more where it has ended already. */
    void stop();
}
