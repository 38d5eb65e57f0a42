package io.clientele.command.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.clientele.command.home.CommandFailure;

/** An argument that is either the text itself or {@code @FILE}. */
public final class TextArgument {
    private TextArgument() {}

    public static String read(String argument) {
        if (!argument.startsWith("@")) {
            return argument;
        }
        Path file = Path.of(argument.substring(1));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.failed("cannot read " + file + " as UTF-8 text", e);
        }
    }
}
