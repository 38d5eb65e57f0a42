package io.clientele.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class StartWithoutKeyIT {

    @TempDir
    private Path folder;

    @Test
    void stopsWithOneSentence() throws IOException, InterruptedException {
        assertThat(outputOfFailedStart())
                .containsOnlyOnce("No key to verify tokens with: set MP_JWT_VERIFY_PUBLICKEY_LOCATION")
                .doesNotContain("\tat ");
    }

    @Test
    void stopsWithOneSentenceWithoutTheSecretOfServices() throws IOException, InterruptedException {
        Path key = Files.createFile(folder.resolve("public.pem"));
        assertThat(outputOfFailedStart("-Dmp.jwt.verify.publickey.location=" + key, "-Dmp.jwt.verify.issuer=nobody"))
                .containsOnlyOnce("No secret to tell services by: set CLIENTELE_SERVICE_SECRET")
                .doesNotContain("\tat ", "WARN");
    }

    private String outputOfFailedStart(String... properties) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dquarkus.http.port=0"));
        line.addAll(List.of(properties));
        line.addAll(List.of(
                "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        ProcessBuilder command =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        command.environment()
                .keySet()
                .removeIf(name -> name.startsWith("MP_JWT_") || name.equals("CLIENTELE_SERVICE_SECRET"));

        Process service = command.start();
        try {
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            service.destroyForcibly();
        }

        assertThat(service.exitValue()).isEqualTo(1);
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
