package io.clientele.command;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

import io.clientele.command.home.Home;

/** What can be said after {@code ./clientele} and is answered by Java. */
final class CommandNames {
    private CommandNames() {}

    static Set<String> all() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Invocation invocation = new Invocation(
                new Home(Path.of("unused")),
                Path.of("unused"),
                Clock.systemUTC(),
                new BufferedReader(Reader.nullReader()),
                nowhere,
                nowhere,
                false);
        return ClienteleCommand.of(invocation).getSubcommands().keySet();
    }
}
