package io.clientele.command.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RememberedPortsTest {
    @TempDir
    private Path folder;

    private final Set<Integer> taken = new HashSet<>();
    private int nextFree = 20_000;
    private Home home;

    @BeforeEach
    void createHome() {
        home = new Home(folder).create();
    }

    @Test
    void takesThePreferredPortWhenItIsFree() throws IOException {
        assertThat(ports().choose("gateway", 8080)).isEqualTo(8080);
    }

    @Test
    void takesAFreePortWhenThePreferredOneIsNot() throws IOException {
        taken.add(8080);

        assertThat(ports().choose("gateway", 8080)).isEqualTo(20_000);
    }

    @Test
    void keepsItsPortOverARestart() throws IOException {
        taken.add(8080);
        ports().choose("gateway", 8080);
        taken.clear();

        assertThat(ports().choose("gateway", 8080)).isEqualTo(20_000);
    }

    @Test
    void neverGivesTwoPartsTheSamePort() throws IOException {
        RememberedPorts ports = ports();
        ports.choose("gateway", 8080);

        assertThat(ports.choose("funnel-service", 8080)).isEqualTo(20_000);
    }

    @Test
    void refusesADamagedFile() throws IOException {
        Files.writeString(home.ports(), "gateway=eighty\n");

        assertThatThrownBy(this::ports)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("holds 'eighty' where a port number belongs");
    }

    private RememberedPorts ports() throws IOException {
        return new RememberedPorts(home, this::free);
    }

    private int free(int preferred) {
        return preferred == 0 || taken.contains(preferred) ? nextFree++ : preferred;
    }
}
