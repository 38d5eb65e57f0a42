package io.clientele.command.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.loader.LoadReport;
import io.clientele.loader.Loader;
import io.clientele.loader.LoaderOptions;
import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.LoadFailure;

/** Loads a source into the collection API of a stack. */
public final class StackLoader {
    /** Enough to keep two cores busy; more only makes each request wait longer. */
    private static final int CONNECTIONS = 8;

    private final Home home;
    private final PrintWriter progress;
    private final boolean terminal;

    public StackLoader(Home home, PrintWriter progress, boolean terminal) {
        this.home = home;
        this.progress = progress;
        this.terminal = terminal;
    }

    /**
     * Loads to the end and prints what became of the rows.
     *
     * @param collector the address of funnel-service
     * @throws CommandFailure when the load cannot go on; the next one continues where this one ended
     */
    public LoadReport load(EventSource source, String collector) throws IOException, InterruptedException {
        LoaderOptions options = new LoaderOptions(
                URI.create(collector),
                new AccessKeys(home).writeKey(),
                CONNECTIONS,
                LoaderOptions.DEFAULT_EVENTS_PER_REQUEST,
                home.imports());
        try {
            LoadReport report = new Loader(options).load(source, new ProgressBar(progress, terminal));
            ReportText.lines(report).forEach(progress::println);
            progress.flush();
            return report;
        } catch (LoadFailure e) {
            throw failure(e);
        }
    }

    /** The sentence that a user reads for a failed load. */
    public static CommandFailure failure(LoadFailure failure) {
        return CommandFailure.failed(
                failure.getMessage() + " (" + failure.code().text() + ")", failure);
    }
}
