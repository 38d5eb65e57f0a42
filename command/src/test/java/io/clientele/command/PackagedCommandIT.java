package io.clientele.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackagedCommandIT {
    private static final Path ROOT = Path.of(System.getProperty("clientele.root"));

    @Test
    void knowsItsVersionFromTheBuild() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        ROOT.resolve("command/target/clientele-command.jar").toString(),
                        "io.clientele.command.Main",
                        "--version")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(output.strip()).matches("Clientele \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
