package io.clientele.command.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Tells the user one sentence at a time, and keeps stack traces in a file for those who look for them. */
public final class StackLog {
    private final PrintWriter user;
    private final Path file;

    public StackLog(PrintWriter user, Path file) {
        this.user = user;
        this.file = file;
    }

    public void say(String sentence) {
        user.println(sentence);
        user.flush();
    }

    public synchronized void keep(String what, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    Instant.now() + " " + what + "\n" + trace + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
