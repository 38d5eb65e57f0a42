package io.clientele.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/frontend.md shows to be asked can be asked. */
class DocumentedQueriesTest {

    private static final Pattern QUERY = Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL);

    @Test
    void customerComesFromProfileAndFunnelInOneRequest() throws IOException {
        FederatedGraph graph = FederatedGraph.of(
                SupergraphFile.read(Optional.empty()),
                request -> CompletableFuture.failedFuture(
                        new SubgraphException(SubgraphException.Code.SUBGRAPH_UNAVAILABLE, "Nobody is asked here.")),
                Limits.defaults());

        List<String> queries = QUERY.matcher(Files.readString(Path.of("../docs/frontend.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(queries)
                .isNotEmpty()
                .allSatisfy(query -> assertThat(graph.explain(query, null, Map.of("id", "1")))
                        .contains("profile")
                        .contains("funnel"));
    }
}
