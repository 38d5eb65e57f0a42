package io.clientele.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The supergraph that the gateway brings along is what the composer makes of the services' committed schemas. */
class CommittedSupergraphTest {

    private static final Path SUPERGRAPH = Path.of(System.getProperty("clientele.root"), "supergraph");
    private static final String COMPOSE = "The schemas changed since; run './clientele compose'";

    @Test
    void recordsTheSchemasThatItWasMadeFrom() throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(subgraphs()).hasSize(3);
        for (Path subgraph : subgraphs()) {
            String name = subgraph.getFileName().toString().replace(".graphql", "");
            String hash = HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(subgraph)));
            assertThat(committed().lines()).as(COMPOSE).contains("# subgraph " + name + " sha256:" + hash);
        }
    }

    @Test
    void recordsTheComposerThatTheLockFileNames() throws IOException {
        String version = Files.readString(SUPERGRAPH.resolve("package.json"))
                .lines()
                .filter(line -> line.contains("federation-composition"))
                .map(line -> line.replaceAll("[\",]", "").strip().split(": ", 2)[1])
                .findFirst()
                .orElseThrow();
        assertThat(committed().lines()).as(COMPOSE).contains("# composer @theguild/federation-composition " + version);
    }

    @Test
    @EnabledIf("npmIsThereOrMustBe")
    void composesToTheSameBytes(@TempDir Path folder) throws Exception {
        for (String file : List.of("compose.mjs", "package.json", "package-lock.json")) {
            Files.copy(SUPERGRAPH.resolve(file), folder.resolve(file));
        }
        Path copies = Files.createDirectory(folder.resolve("subgraphs"));
        for (Path subgraph : subgraphs()) {
            Files.copy(subgraph, copies.resolve(subgraph.getFileName()));
        }
        run(folder, "npm", "ci", "--no-audit", "--no-fund");
        run(folder, "node", "compose.mjs", "composed.graphql");

        assertThat(Files.readString(folder.resolve("composed.graphql")))
                .as(COMPOSE)
                .isEqualTo(committed());
    }

    static boolean npmIsThereOrMustBe() throws InterruptedException {
        if ("true".equals(System.getenv("CI"))) {
            return true;
        }
        try {
            return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static void run(Path folder, String... command) throws IOException, InterruptedException {
        // Not our own streams: Node makes them non-blocking, and the test runner that talks over them breaks.
        Path output = folder.resolve("output.log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as("%s ends", command[0])
                .isTrue();
        assertThat(process.exitValue())
                .as("exit code of %s, which said: %s", String.join(" ", command), Files.readString(output))
                .isZero();
    }

    private static List<Path> subgraphs() throws IOException {
        try (Stream<Path> files = Files.list(SUPERGRAPH.resolve("subgraphs"))) {
            return files.sorted().toList();
        }
    }

    private static String committed() throws IOException {
        try (InputStream resource = CommittedSupergraphTest.class.getResourceAsStream("/supergraph.graphql")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8);
        }
    }
}
