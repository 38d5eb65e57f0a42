package io.clientele.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PortsTest {

    @Test
    void prefersTheWishedPortWhileItIsFree() throws Exception {
        int port = FreePorts.any();

        assertThat(FreePorts.prefer(port)).isEqualTo(port);
        try (ServerSocket taken = listen(port)) {
            assertThat(FreePorts.prefer(port))
                    .isNotEqualTo(taken.getLocalPort())
                    .isPositive();
        }
    }

    @Test
    void refusesAWishedPortThatIsTaken() throws Exception {
        try (ServerSocket taken = listen(FreePorts.any())) {
            int port = taken.getLocalPort();

            assertThatExceptionOfType(LocalStackException.class)
                    .isThrownBy(() -> Ports.starting(port, started -> started))
                    .withMessageContaining("Port " + port)
                    .returns(LocalStackException.Code.PORT_IN_USE, LocalStackException::code);
        }
    }

    @Test
    void triesAnotherPortWhenAFreeOneWasTakenMeanwhile() throws Exception {
        List<ServerSocket> taken = new ArrayList<>();

        int port = Ports.starting(0, chosen -> {
            if (taken.isEmpty()) {
                taken.add(listen(chosen));
                throw startFailed();
            }
            return chosen;
        });

        assertThat(port).isNotEqualTo(taken.getFirst().getLocalPort());
        taken.getFirst().close();
    }

    @Test
    void doesNotRepeatAFailureThatThePortIsNotTheCauseOf() {
        List<Integer> tried = new ArrayList<>();

        assertThatExceptionOfType(LocalStackException.class)
                .isThrownBy(() -> Ports.starting(0, chosen -> {
                    tried.add(chosen);
                    throw startFailed();
                }));

        assertThat(tried).hasSize(1);
    }

    private static LocalStackException startFailed() {
        return new LocalStackException(LocalStackException.Code.START_FAILED, "ended");
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
