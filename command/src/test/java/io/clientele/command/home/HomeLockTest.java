package io.clientele.command.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class HomeLockTest {
    @TempDir
    private Path folder;

    @Test
    void isHeldByOneAtATime() throws IOException {
        Home home = new Home(folder).create();
        HomeLock first = HomeLock.tryAcquire(home).orElseThrow();

        assertThat(HomeLock.tryAcquire(home)).isEmpty();

        first.close();
        HomeLock second = HomeLock.tryAcquire(home).orElseThrow();
        second.close();
    }

    @Test
    void isFreeWhereOnlyTheFileOfAKilledHolderIsLeft() throws IOException {
        Home home = new Home(folder).create();
        Files.createFile(home.lock());

        HomeLock lock = HomeLock.tryAcquire(home).orElseThrow();
        lock.close();
    }
}
