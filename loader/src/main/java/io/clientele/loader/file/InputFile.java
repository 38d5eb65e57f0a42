package io.clientele.loader.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import io.clientele.loader.source.LoadFailure;

/**
 * A file to import, plain or gzipped.
 *
 * @param size in bytes, as it lies on the disk
 * @param fingerprint of the size and the first {@value #HEAD_BYTES} bytes: enough to tell files of one origin apart without
 *     reading them whole
 */
public record InputFile(Path path, long size, String fingerprint) {

    private static final int HEAD_BYTES = 65_536;
    private static final int BUFFER_BYTES = 65_536;
    private static final int FINGERPRINT_BYTES = 8;

    /**
     * Look at a file.
     *
     * @throws LoadFailure {@code file_unreadable}
     */
    public static InputFile of(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new LoadFailure(LoadFailure.Code.FILE_UNREADABLE, "There is no file " + path);
        }
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            byte[] head = in.readNBytes(HEAD_BYTES);
            return new InputFile(path, size, size + "-" + shortDigest(head));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Open the content, unpacked if the file begins with gzip's two magic bytes.
     *
     * @throws LoadFailure {@code file_unreadable}
     */
    public Content open() {
        InputStream raw = null;
        try {
            raw = Files.newInputStream(path);
            CountingStream counted = new CountingStream(raw);
            BufferedInputStream buffered = new BufferedInputStream(counted, BUFFER_BYTES);
            return new Content(path, unpacked(buffered), counted);
        } catch (IOException e) {
            close(raw, e);
            throw unreadable(path, e);
        }
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }

    private static void close(@Nullable InputStream in, IOException because) {
        if (in == null) {
            return;
        }
        try {
            in.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static String shortDigest(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    static LoadFailure unreadable(Path path, IOException cause) {
        return new LoadFailure(
                LoadFailure.Code.FILE_UNREADABLE, "Cannot read " + path + ": " + cause.getMessage(), cause);
    }

    /** The unpacked content of an open file. */
    public static final class Content implements AutoCloseable {

        private final Path path;
        private final InputStream unpacked;
        private final CountingStream packed;

        private Content(Path path, InputStream unpacked, CountingStream packed) {
            this.path = path;
            this.unpacked = unpacked;
            this.packed = packed;
        }

        /** Fill the buffer as far as one read does; -1 at the end. */
        int read(byte[] buffer) {
            try {
                return unpacked.read(buffer);
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }

        /** Tell how many bytes of the file on disk have been read. */
        public long position() {
            return packed.count();
        }

        public Path path() {
            return path;
        }

        @Override
        public void close() {
            try {
                unpacked.close();
            } catch (IOException e) {
                throw unreadable(path, e);
            }
        }
    }
}
