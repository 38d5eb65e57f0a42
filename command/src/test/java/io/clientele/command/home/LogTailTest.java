package io.clientele.command.home;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogTailTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void printsOnlyWhatWasAdded() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "one\n");
        LogTail tail = new LogTail(file, new PrintWriter(out));

        tail.printNew();
        Files.writeString(file, "two é\n", StandardOpenOption.APPEND);
        tail.printNew();
        tail.printNew();

        assertThat(out).hasToString("one\ntwo é\n");
    }

    @Test
    void beginsAgainWhenTheFileWasReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("log"), "a long first run\n");
        LogTail tail = new LogTail(file, new PrintWriter(out));
        tail.printNew();

        Files.writeString(file, "second\n");
        tail.printNew();

        assertThat(out).hasToString("a long first run\nsecond\n");
    }
}
