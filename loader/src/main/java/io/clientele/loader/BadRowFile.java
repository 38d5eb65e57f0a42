package io.clientele.loader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.loader.source.LoadFailure;

/**
 * The rows that were not loaded, one JSON object a line. The file is locked while a load runs, which also keeps a second
 * load of the same source out.
 */
final class BadRowFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;

    private BadRowFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Open the file and lock it. */
    static BadRowFile open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new LoadFailure(
                        LoadFailure.Code.STATE_FOLDER_UNUSABLE, "Another load of this source is running: " + file);
            }
            return new BadRowFile(file, channel);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this very process
        }
    }

    /** Drop what lies behind the given length: rows that will be read again. */
    void cutTo(long bytes) {
        try {
            channel.truncate(bytes);
            channel.position(channel.size());
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    Path path() {
        return file;
    }

    long bytes() {
        try {
            return channel.size();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    /** One line of the file. */
    private record Entry(long line, String reason, String text) {}

    void add(long line, String reason, String text) {
        try {
            byte[] json = JSON.writeValueAsBytes(new Entry(line, reason, text));
            ByteBuffer bytes = ByteBuffer.allocate(json.length + 1)
                    .put(json)
                    .put((byte) '\n')
                    .flip();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written as JSON", e);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static LoadFailure unusable(Path file, IOException cause) {
        return new LoadFailure(
                LoadFailure.Code.STATE_FOLDER_UNUSABLE, "Cannot keep the bad rows in " + file + ": " + cause, cause);
    }
}
