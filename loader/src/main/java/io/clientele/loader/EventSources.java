package io.clientele.loader;

import java.nio.file.Path;

import io.clientele.loader.customers.CustomersSource;
import io.clientele.loader.file.InputFile;
import io.clientele.loader.onlineretail.OnlineRetailSource;
import io.clientele.loader.rees46.Rees46Source;
import io.clientele.loader.segment.SegmentSource;
import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.LoadFailure;

/** The door to the importers. */
public final class EventSources {

    private EventSources() {}

    /**
     * Open a file as a source of events.
     *
     * @param file plain or gzipped, told apart by its first two bytes
     * @throws LoadFailure {@code file_unreadable} if there is no such file or it cannot be read
     */
    public static EventSource open(ImportFormat format, Path file) {
        InputFile input = InputFile.of(file);
        return switch (format) {
            case CUSTOMERS -> new CustomersSource(input);
            case REES46 -> new Rees46Source(input);
            case ONLINE_RETAIL -> new OnlineRetailSource(input);
            case SEGMENT -> new SegmentSource(input);
        };
    }
}
