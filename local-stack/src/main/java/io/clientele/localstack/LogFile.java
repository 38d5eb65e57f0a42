package io.clientele.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that a child process writes its output to. The run before is kept beside it with the suffix {@code .1}. */
record LogFile(Path path) {

    private static final int TAIL_BYTES = 16 * 1024;
    private static final int TAIL_LINES = 25;

    void rotate() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException first) {
            // Nothing to keep yet.
            return;
        } catch (IOException e) {
            throw new LocalStackException(
                    LocalStackException.Code.FILE_FAILED, "Cannot prepare the log file " + path + ": " + e, e);
        }
    }

    /** The last lines, for an error message. */
    String tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(the log " + path + " cannot be read: " + e + ")";
        }
    }
}
