package io.clientele.command.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one supervisor of a data folder. The operating system gives it back when its holder dies in whatever way,
 * so the lock of a killed predecessor is never in the way.
 */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another process (or this one) holds the lock. */
    public static Optional<HomeLock> tryAcquire(Home home) throws IOException {
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel)) {
            return Optional.of(new HomeLock(channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // The answer for a lock that this very process holds; to the caller it is as taken as any other.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
