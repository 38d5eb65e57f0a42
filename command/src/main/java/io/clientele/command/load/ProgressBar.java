package io.clientele.command.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

import io.clientele.loader.LoadReport;
import io.clientele.loader.Progress;
import io.clientele.loader.source.EventSource;

/** Draws a bar that moves on a terminal; where nobody watches, prints a line each tenth of the way. */
final class ProgressBar implements Progress {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private long size;
    private long begin = System.nanoTime();
    private long lastDrawn;
    private int lastTenth;
    private long answeredBefore = -1;
    private long lastAnswered;
    private String waitingFor = "";

    ProgressBar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void started(EventSource source, long continuedAfterLine) {
        size = source.size();
        begin = System.nanoTime();
        if (continuedAfterLine > 0) {
            line("continuing after line " + continuedAfterLine);
        }
    }

    @Override
    public synchronized void advanced(long position, long answered, long badRows) {
        if (answeredBefore < 0) {
            // What an earlier run loaded says nothing about the speed of this one.
            answeredBefore = answered;
        }
        if (answered > lastAnswered) {
            lastAnswered = answered;
            waitingFor = "";
        }
        long now = System.nanoTime();
        if (terminal && now - lastDrawn >= REDRAW_NANOS) {
            lastDrawn = now;
            out.print("\r" + bar(position, answered, badRows, now));
            out.flush();
        }
        int tenth = (int) (10 * share(position));
        if (!terminal && tenth > lastTenth) {
            lastTenth = tenth;
            line(bar(position, answered, badRows, now));
        }
    }

    @Override
    public synchronized void waiting(Duration pause, String reason) {
        if (reason.equals(waitingFor)) {
            // Eight connections that wait minutes for the same thing need to say it once.
            return;
        }
        waitingFor = reason;
        line("waiting, and trying again: " + reason);
    }

    @Override
    public synchronized void finished(LoadReport report) {
        if (terminal) {
            out.print("\r" + bar(size, report.sent(), 0, System.nanoTime()));
            out.println();
            out.flush();
        }
    }

    private String bar(long position, long answered, long badRows, long now) {
        int full = (int) Math.round(WIDTH * share(position));
        double seconds = Math.max((now - begin) / 1e9, 0.001);
        String bad = badRows == 0 ? "" : String.format(Locale.ROOT, ", %,d bad rows", badRows);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f %%  %,d events, %,.0f a second%s   ",
                "█".repeat(full),
                "·".repeat(WIDTH - full),
                100 * share(position),
                answered,
                (answered - Math.max(answeredBefore, 0)) / seconds,
                bad);
    }

    private double share(long position) {
        return size == 0 ? 1 : Math.min(1, (double) position / size);
    }

    private void line(String text) {
        out.println(terminal ? "\r" + text : text.strip());
        out.flush();
    }
}
