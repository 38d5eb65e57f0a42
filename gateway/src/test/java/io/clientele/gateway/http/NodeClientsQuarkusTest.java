package io.clientele.gateway.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What JavaScript makes of the gateway: the audits of npm's graphql-http, and urql; it needs npm, which every CI machine has. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(ShopSubgraphs.class)
@EnabledIf("npmIsThereOrMustBe")
class NodeClientsQuarkusTest {

    private static final Path SOURCES = Path.of("src/test/node");

    @TestHTTPResource("/graphql")
    String address;

    static boolean npmIsThereOrMustBe() throws InterruptedException {
        return "true".equals(System.getenv("CI")) || runs(List.of("npm", "--version"), Path.of("."));
    }

    @Test
    void passesAuditsOfGraphqlOverHttpAndServesUrql(@TempDir Path folder) throws IOException, InterruptedException {
        for (String file : List.of("package.json", "package-lock.json", "audits.mjs", "front-end.mjs")) {
            Files.copy(SOURCES.resolve(file), folder.resolve(file));
        }
        assertThat(runs(List.of("npm", "ci", "--no-audit", "--no-fund"), folder))
                .isTrue();

        String token = TestTokens.token("analyst");
        assertThat(runs(List.of("node", "audits.mjs", address, token), folder)).isTrue();
        assertThat(runs(List.of("node", "front-end.mjs", address, token), folder))
                .isTrue();
    }

    private static boolean runs(List<String> command, Path folder) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return process.waitFor(120, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
