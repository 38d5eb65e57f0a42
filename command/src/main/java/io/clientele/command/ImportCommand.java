package io.clientele.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.PartState;
import io.clientele.command.home.StateFile;
import io.clientele.command.load.StackLoader;
import io.clientele.loader.EventSources;
import io.clientele.loader.ImportFormat;
import io.clientele.loader.source.EventSource;
import io.clientele.loader.source.LoadFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Streams a shop's file (plain or gzipped) into the collection API.",
            "A stopped import continues where it ended; importing a file again adds nothing."
        })
final class ImportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(
            index = "0",
            paramLabel = "FORMAT",
            completionCandidates = FormatWords.class,
            description = "${COMPLETION-CANDIDATES}")
    private String format = "";

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file = Path.of("");

    ImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        EventSource source = source(format(), file);
        PartState collector = new StateFile(invocation.home())
                .required()
                .part("funnel-service")
                .orElseThrow(CommandFailure::notRunning);
        new StackLoader(invocation.home(), invocation.err(), invocation.interactive())
                .load(source, collector.address());
        return 0;
    }

    private ImportFormat format() {
        return Stream.of(ImportFormat.values())
                .filter(candidate -> word(candidate).equals(format))
                .findFirst()
                .orElseThrow(() -> CommandFailure.usage(
                        "no format is called '" + format + "'; there are " + String.join(", ", new FormatWords())));
    }

    private static EventSource source(ImportFormat format, Path file) {
        try {
            return EventSources.open(format, file);
        } catch (LoadFailure e) {
            throw StackLoader.failure(e);
        }
    }

    private static String word(ImportFormat format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The formats as they are written on the command line. */
    static final class FormatWords implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(ImportFormat.values()).map(ImportCommand::word).iterator();
        }
    }
}
