package io.clientele.command.home;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessIdTest {
    @Test
    void findsALivingProcess() {
        assertThat(ProcessId.current().find()).contains(ProcessHandle.current());
    }

    @Test
    void doesNotTakeAnotherProcessForTheOneWhoseNumberItHas() {
        ProcessId current = ProcessId.current();

        assertThat(new ProcessId(current.pid(), current.startedAt() - 60_000).find())
                .isEmpty();
    }

    @Test
    void doesNotFindAnEndedProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "100").start();
        ProcessId id = ProcessId.of(process.toHandle());
        assertThat(id.find()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(id.find()).isEmpty();
    }
}
