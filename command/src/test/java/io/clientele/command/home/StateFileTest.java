package io.clientele.command.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.command.home.PartState.Phase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StateFileTest {
    @TempDir
    private Path folder;

    private Home home;
    private StateFile file;

    @BeforeEach
    void createHome() {
        home = new Home(folder).create();
        file = new StateFile(home);
    }

    @Test
    void givesBackWhatWasWritten() throws IOException {
        StackState state = new StackState(
                ProcessId.current(),
                List.of(
                        new PartState("gateway", ProcessId.current(), "http://127.0.0.1:8080", Phase.READY, "", 2),
                        new PartState("elasticsearch", null, "http://127.0.0.1:9200", Phase.WAITING, "waits", 0)));

        file.write(state);

        assertThat(file.last()).contains(state);
        assertThat(file.running()).contains(state);
    }

    @Test
    void tellsTheScriptWhichProcessSupervises() throws IOException {
        file.write(new StackState(ProcessId.current(), List.of()));

        assertThat(home.supervisorPid())
                .hasContent(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void doesNotCallAKilledSupervisorsStackRunning() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "100").start();
        file.write(new StackState(ProcessId.of(process.toHandle()), List.of()));
        assertThat(file.running()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(file.running()).isEmpty();
        assertThat(file.last()).isPresent();
        assertThatThrownBy(file::required)
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.NOT_RUNNING));
    }

    @Test
    void knowsNothingAfterAnOrderlyStop() throws IOException {
        file.write(new StackState(ProcessId.current(), List.of()));

        file.clear();

        assertThat(file.last()).isEmpty();
        assertThat(home.supervisorPid()).doesNotExist();
    }

    @Test
    void namesADamagedFile() throws IOException {
        Files.writeString(home.state(), "{\"supervisor\":");

        assertThatThrownBy(file::last).isInstanceOf(CommandFailure.class).hasMessageContaining("state.json is damaged");
    }

    @Test
    void readsTheStateOfANewerVersion() throws IOException {
        file.write(new StackState(ProcessId.current(), List.of()));
        Files.writeString(home.state(), Files.readString(home.state()).replaceFirst("\\{", "{ \"colour\" : \"blue\","));

        assertThat(file.running()).isPresent();
    }
}
