package io.clientele.loader;

import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Real shop files that the repository may not ship: in the folder of the environment variable CLIENTELE_DATA, by default
 * beside the repository. Continuous integration has them; elsewhere a test without its file is skipped.
 */
public final class RealData {

    private RealData() {}

    public static Path file(String name) {
        String folder = System.getenv("CLIENTELE_DATA");
        Path file = folder == null
                ? Path.of(System.getProperty("clientele.root"), "..", "shared", "data", name)
                : Path.of(folder, name);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).exists();
        }
        assumeTrue(Files.exists(file), () -> "There is no " + file);
        return file;
    }
}
