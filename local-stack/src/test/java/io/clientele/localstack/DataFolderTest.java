package io.clientele.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DataFolderTest {

    @TempDir
    Path folder;

    private Process server;

    @BeforeEach
    void startSomething() throws Exception {
        server = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        server.destroyForcibly();
    }

    @Test
    void hasOneOwnerAtATime() {
        try (DataFolder first = claim()) {
            first.record(server.pid());

            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(this::claim)
                    .withMessageContaining(folder + " is in use by another live server (process " + server.pid() + ")")
                    .returns(LocalStackException.Code.DATA_FOLDER_IN_USE, LocalStackException::code);
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void staysItsOwnersAfterAnotherInTheSameJvmWasRefused() throws Exception {
        try (DataFolder first = claim()) {
            assertThatExceptionOfType(LocalStackException.class).isThrownBy(this::claim);

            try (OtherJvm other = OtherJvm.start(Claimant.class, first.path().toString())) {
                assertThat(other.readLine()).isEqualTo(LocalStackException.Code.DATA_FOLDER_IN_USE.name());
            }
        }
    }

    /** Claims a folder and prints how that went. */
    static final class Claimant {
        private Claimant() {}

        public static void main(String[] arguments) {
            try (DataFolder data = DataFolder.claim(Path.of(arguments[0]), StopSignal.TERM)) {
                System.out.println("claimed " + data.path());
            } catch (LocalStackException e) {
                System.out.println(e.code());
            }
        }
    }

    @Test
    void stopsTheServerThatAnOwnerLeftBehind() throws Exception {
        try (DataFolder first = claim()) {
            first.record(server.pid());
        }

        claim().close();

        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sparesAProcessThatOnlyHasThePidOfTheServer() throws Exception {
        Files.writeString(folder.resolve("server.pid"), server.pid() + " 1\n");

        claim().close();

        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void takesARecordCutShortByACrashForNone() throws Exception {
        Files.writeString(folder.resolve("server.pid"), "");

        claim().close();

        assertThat(server.isAlive()).isTrue();
    }

    private DataFolder claim() {
        return DataFolder.claim(folder, StopSignal.TERM);
    }
}
