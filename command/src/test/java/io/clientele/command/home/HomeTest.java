package io.clientele.command.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HomeTest {
    @TempDir
    private Path folder;

    @Test
    void deletesItselfWithEverythingInIt() throws IOException {
        Home home = new Home(folder.resolve("data")).create();
        Files.createDirectories(home.elasticsearch().resolve("nodes/0"));
        Files.writeString(home.elasticsearch().resolve("nodes/0/segment"), "x");
        Files.writeString(home.log("gateway"), "x");

        home.delete();

        assertThat(home.folder()).doesNotExist();
    }

    @Test
    void keepsCustomersDataFromOtherUsers() throws IOException {
        Home fresh = new Home(folder.resolve("data")).create();

        assertThat(mode(fresh.folder())).isEqualTo("rwx------");
    }

    @Test
    void keepsItsOwnFoldersPrivateInAFolderThatOthersMayRead() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));

        Home home = new Home(open).create();

        assertThat(mode(open)).isEqualTo("rwxr-xr-x");
        assertThat(List.of(home.elasticsearch(), home.postgres(), home.logs(), home.imports(), home.keys()))
                .extracting(HomeTest::mode)
                .containsOnly("rwx------");
    }

    @Test
    void sparesWhatOthersPutThere() throws IOException {
        Home home = new Home(folder).create();
        Path thesis = Files.writeString(folder.resolve("thesis.txt"), "years of work");

        home.delete();

        assertThat(thesis).hasContent("years of work");
        try (var rest = Files.list(folder)) {
            assertThat(rest.toList()).isEqualTo(List.of(thesis));
        }
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        assertThatThrownBy(() -> new Home(file).create())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot write to the data folder " + file);
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
