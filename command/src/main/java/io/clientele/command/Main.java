package io.clientele.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

import io.clientele.command.home.Home;

/** Entered by the script {@code ./clientele}, with the properties {@code clientele.root} and {@code clientele.home}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Invocation invocation = new Invocation(
                Home.ofThisProcess(),
                Path.of(System.getProperty("clientele.root", "."))
                        .toAbsolutePath()
                        .normalize(),
                Clock.systemUTC(),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                interactive());
        int exitCode = ClienteleCommand.of(invocation).execute(arguments);
        invocation.out().flush();
        System.exit(exitCode);
    }

    // Java 22 to 24 always gave a console; 25 gives null again where there is no terminal.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean interactive() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
