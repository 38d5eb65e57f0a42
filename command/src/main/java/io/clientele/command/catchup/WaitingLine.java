package io.clientele.command.catchup;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** One line that says what is waited for: drawn again on a terminal, printed now and then where nobody watches. */
final class WaitingLine {
    private static final Duration PRINT_EVERY = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final boolean terminal;
    private final InstantSource clock;
    private Instant printed = Instant.MIN;
    private int drawn;

    WaitingLine(PrintWriter out, boolean terminal, InstantSource clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    void show(String text) {
        if (terminal) {
            draw(text);
        } else if (!clock.instant().minus(PRINT_EVERY).isBefore(printed)) {
            printed = clock.instant();
            out.println(text);
        }
        out.flush();
    }

    /** Leaves the line, blank. */
    void end() {
        if (drawn > 0) {
            draw("");
            out.print('\r');
            out.flush();
        }
    }

    private void draw(String text) {
        // Blanks over what a longer text has left behind.
        out.print("\r" + text + " ".repeat(Math.max(0, drawn - text.length())));
        drawn = text.length();
    }
}
