package io.clientele.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartWithoutKeyIT {

    @TempDir
    private Path folder;

    @Test
    void stopsWithOneSentence() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.port=0",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().keySet().removeIf(name -> name.startsWith("MP_JWT_"));

        Process service = command.start();
        try {
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            service.destroyForcibly();
        }

        String text = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(service.exitValue()).isEqualTo(1);
        assertThat(text)
                .containsOnlyOnce("No key to verify tokens with: set MP_JWT_VERIFY_PUBLICKEY_LOCATION")
                .doesNotContain("\tat ");
    }
}
