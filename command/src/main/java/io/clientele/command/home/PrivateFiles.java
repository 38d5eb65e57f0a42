package io.clientele.command.home;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Files that only their owner may read, written whole or not at all. */
public final class PrivateFiles {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PrivateFiles() {}

    /** Creates the folder and those above it, where they are missing, for their owner alone; leaves others as they are. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** Replaces the file in one step, so that a reader sees the old text or the new one. */
    public static void write(Path file, String text) throws IOException {
        Path fresh = writeBeside(file, text);
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.delete(fresh);
            throw e;
        }
    }

    /**
     * Reads the file, and makes it first where it is absent. Of two processes that make it at once, one wins and both
     * return the winner's text.
     */
    public static String readOrCreate(Path file, Supplier<String> text) throws IOException {
        if (!Files.exists(file)) {
            Path fresh = writeBeside(file, text.get());
            try {
                // A link fails where the file stands already; a move would replace it.
                Files.createLink(file, fresh);
            } catch (FileAlreadyExistsException e) {
                return Files.readString(file);
            } finally {
                Files.delete(fresh);
            }
        }
        return Files.readString(file);
    }

    private static Path writeBeside(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new", OWNER_ONLY);
        try {
            return Files.writeString(fresh, text);
        } catch (IOException e) {
            // A full disk must not fill with what could not be written.
            Files.delete(fresh);
            throw e;
        }
    }
}
