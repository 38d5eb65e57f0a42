package io.clientele.loader;

import java.net.URI;
import java.nio.file.Path;

import io.clientele.loader.source.BadRowReason;
import io.clientele.loader.source.Row;

/** A load in a process of its own, for a test to kill. */
final class KilledLoad {

    private static final long ROWS = 10_000_000;

    private KilledLoad() {}

    /** Every tenth row is bad. */
    static ListSource source(long rows) {
        return ListSource.of(
                rows,
                line -> line % 10 == 0
                        ? new Row.Bad(line, BadRowReason.MALFORMED_JSON, "text of " + line)
                        : ListSource.message(line, "Fine", 100));
    }

    static LoaderOptions options(URI collector, Path folder) {
        return new LoaderOptions(collector, "key", 4, 100, folder);
    }

    public static void main(String[] arguments) throws InterruptedException {
        new Loader(options(URI.create(arguments[0]), Path.of(arguments[1]))).load(source(ROWS), Progress.silent());
    }
}
