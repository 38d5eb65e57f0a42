package io.clientele.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerificationKeyCheckTest {

    private static final Optional<String> ISSUER = Optional.of("https://tokens.test");

    @TempDir
    private Path folder;

    @Test
    void acceptsReadableKeyAndIssuer() throws IOException {
        Path key = Files.writeString(folder.resolve("key.pem"), "key");

        assertThatCode(() -> start(Optional.of(key.toString()), ISSUER)).doesNotThrowAnyException();
        assertThatCode(() -> start(Optional.of(key.toUri().toString()), ISSUER)).doesNotThrowAnyException();
    }

    @Test
    void leavesAddressesToTheLibrary() {
        assertThatCode(() -> start(Optional.of("https://tokens.test/jwks"), ISSUER))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesMissingKey() {
        assertThatThrownBy(() -> start(Optional.empty(), ISSUER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("MP_JWT_VERIFY_PUBLICKEY_LOCATION");
        assertThatThrownBy(() -> start(Optional.of(" "), ISSUER)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void refusesUnreadableKey() {
        Path absent = folder.resolve("absent.pem");

        assertThatThrownBy(() -> start(Optional.of(absent.toUri().toString()), ISSUER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("absent.pem");
    }

    @Test
    void refusesMissingIssuer() {
        assertThatThrownBy(() -> start(Optional.of("https://tokens.test/jwks"), Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("MP_JWT_VERIFY_ISSUER");
    }

    private static void start(Optional<String> location, Optional<String> issuer) {
        new VerificationKeyCheck(location, issuer).onStart(new StartupEvent());
    }
}
