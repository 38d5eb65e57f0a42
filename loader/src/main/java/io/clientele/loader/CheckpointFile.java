package io.clientele.loader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.loader.source.LoadFailure;

/** Keeps the checkpoint of one source; a reader sees the old one or the new one whole, whenever the writer dies. */
final class CheckpointFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    CheckpointFile(Path file) {
        this.file = file;
    }

    /** Read the checkpoint. One that cannot be understood counts as none: loading from the start is always right. */
    Optional<Checkpoint> read() {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), Checkpoint.class));
        } catch (NoSuchFileException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void write(Checkpoint checkpoint) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(checkpoint));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private LoadFailure unusable(IOException cause) {
        return new LoadFailure(
                LoadFailure.Code.STATE_FOLDER_UNUSABLE, "Cannot keep the checkpoint " + file + ": " + cause, cause);
    }
}
