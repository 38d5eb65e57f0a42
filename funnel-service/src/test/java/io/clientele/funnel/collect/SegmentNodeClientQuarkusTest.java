package io.clientele.funnel.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.StoreProbe;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Segment's own Node client; it needs npm, which every CI machine has. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
@EnabledIf("npmIsThereOrMustBe")
class SegmentNodeClientQuarkusTest {

    private static final String CLIENT = "@segment/analytics-node@3.1.0";

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @TestHTTPResource("/")
    String address;

    static boolean npmIsThereOrMustBe() {
        return "true".equals(System.getenv("CI")) || runs(List.of("npm", "--version"), Path.of("."));
    }

    @Test
    void deliversItsEvents(@TempDir Path folder) throws IOException {
        String id = UUID.randomUUID().toString();
        Path script = Files.copy(Path.of("src/test/node/deliver.mjs"), folder.resolve("deliver.mjs"));
        assertThat(runs(List.of("npm", "install", "--no-save", "--no-audit", "--no-fund", CLIENT), folder))
                .isTrue();
        String host = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        assertThat(runs(List.of("node", script.toString(), host, TestShop.WRITE_KEY, id), folder))
                .isTrue();

        JsonNode added =
                new StoreProbe(elasticsearch).byMessageId("track-" + id).at("/0/_source");
        assertThat(added.at("/event").asText()).isEqualTo("Product Added");
        assertThat(added.at("/product/0/price").asLong()).isEqualTo(5_000_000L);
        assertThat(new StoreProbe(elasticsearch)
                        .byMessageId("identify-" + id)
                        .at("/0/_source/customer_id")
                        .asText())
                .isEqualTo("segment-node");
    }

    private static boolean runs(List<String> command, Path folder) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(interrupted));
        }
    }
}
