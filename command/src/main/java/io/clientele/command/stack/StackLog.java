package io.clientele.command.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import io.clientele.command.home.Home;
import io.clientele.command.home.PrivateFiles;

/** Tells the user one sentence at a time, and keeps stack traces in a file for those who look for them. */
public final class StackLog {
    private final PrintWriter user;
    private final Home home;

    public StackLog(PrintWriter user, Home home) {
        this.user = user;
        this.home = home;
    }

    public void say(String sentence) {
        user.println(sentence);
        user.flush();
    }

    /** Appends to the file; where even that fails, the user is told instead, since nothing here may stop the stack. */
    public synchronized void keep(String what, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        Path file = home.log("command");
        try {
            PrivateFiles.createFolder(home.logs());
            Files.writeString(
                    file,
                    Instant.now() + " " + what + "\n" + trace + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            say(what + ": " + cause + " (and cannot write " + file + ": " + e.getMessage() + ")");
        }
    }
}
