package io.clientele.command.home;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints a growing file; begins again at its start when it was replaced by a shorter one, as a restart does. */
public final class LogTail {
    private static final long LOOK_EVERY_MILLIS = 250;

    private final Path file;
    private final PrintWriter out;
    private long printed;

    public LogTail(Path file, PrintWriter out) {
        this.file = file;
        this.out = out;
    }

    public void printNew() throws IOException {
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size < printed) {
            printed = 0;
        }
        if (size > printed) {
            try (FileChannel channel = FileChannel.open(file)) {
                channel.position(printed);
                // Not closed: that would close the channel twice; the decoder holds nothing else.
                var reader = Channels.newReader(channel, StandardCharsets.UTF_8);
                reader.transferTo(out);
                printed = channel.position();
            }
        }
        out.flush();
    }

    public void awaitMore() throws InterruptedException {
        Thread.sleep(LOOK_EVERY_MILLIS);
    }
}
