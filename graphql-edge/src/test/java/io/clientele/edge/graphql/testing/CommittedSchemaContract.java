package io.clientele.edge.graphql.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.clientele.edge.testing.TestTokens;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The schema that a subgraph serves is the one that the supergraph is composed from.
 *
 * <p>A service extends it in a {@code …QuarkusTest}. With {@code -Dclientele.schema=write} it writes the file instead of
 * comparing, which is how {@code ./clientele compose --live} brings the committed schemas up to date.
 */
public abstract class CommittedSchemaContract {

    private final Path committed;

    /** Names the subgraph, whose schema is committed as {@code supergraph/subgraphs/NAME.graphql}. */
    protected CommittedSchemaContract(String subgraph) {
        this.committed =
                Path.of(System.getProperty("clientele.root"), "supergraph", "subgraphs", subgraph + ".graphql");
    }

    @Test
    void servesTheCommittedSchema() throws IOException {
        String live = given().header("Authorization", "Bearer " + TestTokens.token("analyst"))
                        .contentType("application/json")
                        .body(Map.of("query", "{ _service { sdl } }"))
                        .post("/graphql")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("data._service.sdl")
                        .strip()
                + "\n";
        if ("write".equals(System.getProperty("clientele.schema"))) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, live);
        }
        assertThat(committed).exists();
        assertThat(live)
                .as("The service's schema is not the committed one; './clientele compose --live' writes %s", committed)
                .isEqualTo(Files.readString(committed));
    }
}
