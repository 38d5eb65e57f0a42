package io.clientele.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server's data folder, claimed for this JVM by a file lock, which the system releases when the JVM dies.
 *
 * <p>It remembers the server's process, so that a server left behind by a killed JVM is found and stopped before the
 * next one starts on the same data.
 */
final class DataFolder implements AutoCloseable {

    /**
     * Asked before the lock file is opened: closing any channel to it, even one that got no lock, would drop this JVM's
     * lock on it (POSIX).
     */
    private static final Set<Path> OWNED_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Creates the folder if need be, claims it and stops a server that a dead owner left behind.
     *
     * @param stopSignal how that server is asked to stop
     * @throws LocalStackException {@code DATA_FOLDER_IN_USE} if another server object, here or in another JVM, has it
     */
    static DataFolder claim(Path folder, StopSignal stopSignal) {
        try {
            DataFolder claimed = own(Files.createDirectories(folder).toRealPath());
            try {
                recorded(claimed.path).ifPresent(server -> stop(server, stopSignal));
                return claimed;
            } catch (IOException | RuntimeException e) {
                claimed.close();
                throw e;
            }
        } catch (IOException e) {
            throw failure("Cannot claim the data folder " + folder, e);
        }
    }

    Path path() {
        return path;
    }

    /** Remembers the process that now works on this folder. */
    void record(long pid) {
        try {
            Files.writeString(serverFile(path), pid + " " + ProcessBirth.of(pid).orElse(0) + "\n");
        } catch (IOException e) {
            throw failure("Cannot write " + serverFile(path), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            OWNED_HERE.remove(path);
        } catch (IOException e) {
            throw failure("Cannot release the data folder " + path, e);
        }
    }

    private static DataFolder own(Path path) throws IOException {
        if (!OWNED_HERE.add(path)) {
            throw inUse(path);
        }
        boolean locked = false;
        try {
            DataFolder owned = new DataFolder(path, lock(path));
            locked = true;
            return owned;
        } finally {
            if (!locked) {
                OWNED_HERE.remove(path);
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("clientele.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(path);
        }
        return channel;
    }

    private static LocalStackException inUse(Path path) throws IOException {
        String process =
                recorded(path).map(server -> " (process " + server.pid() + ")").orElse("");
        return new LocalStackException(
                LocalStackException.Code.DATA_FOLDER_IN_USE,
                "The data folder " + path + " is in use by another live server" + process
                        + "; stop it or choose another folder.");
    }

    /** The recorded process, if it lives and is the one that was recorded rather than a later one of the same pid. */
    private static Optional<ProcessHandle> recorded(Path path) throws IOException {
        String[] parts;
        try {
            parts = Files.readString(serverFile(path)).trim().split(" ", -1);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (parts.length != 2) {
            // Cut short by a crash while it was written: then the leash stops that server.
            return Optional.empty();
        }
        long pid = Long.parseLong(parts[0]);
        OptionalLong birth = OptionalLong.of(Long.parseLong(parts[1]));
        return ProcessHandle.of(pid).filter(server -> ProcessBirth.of(pid).equals(birth));
    }

    private static void stop(ProcessHandle server, StopSignal stopSignal) {
        stopSignal.sendTo(server);
        try {
            server.onExit().get(ChildProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            server.destroyForcibly();
            server.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    LocalStackException.Code.INTERRUPTED, "Interrupted while stopping process " + server.pid(), e);
        }
    }

    private static Path serverFile(Path path) {
        return path.resolve("server.pid");
    }

    private static LocalStackException failure(String what, IOException e) {
        return new LocalStackException(LocalStackException.Code.FILE_FAILED, what + ": " + e, e);
    }
}
