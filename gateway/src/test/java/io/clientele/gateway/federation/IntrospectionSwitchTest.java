package io.clientele.gateway.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.gateway.execute.SubgraphAnswer;

import static org.assertj.core.api.Assertions.assertThat;

class IntrospectionSwitchTest {

    private static final String REFUSED = "INTROSPECTION_OFF";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { queryType { name } } }",
                "{ products { name } described: __type(name: \"Product\") { name } }",
                "{ ...schema } fragment schema on Query { __schema { queryType { name } } }"
            })
    void tellsSchemaOnlyWhereSwitchedOn(String query) throws IOException {
        assertThat(answer(query, true).errors()).noneMatch(IntrospectionSwitchTest::isRefusal);
        assertThat(answer(query, false).errors()).singleElement().matches(IntrospectionSwitchTest::isRefusal);
        assertThat(answer(query, false).executed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ __typename }", "{ products { __typename name } }"})
    void tellsTypesOfObjectsAllTheSame(String query) throws IOException {
        assertThat(answer(query, false).errors()).isEmpty();
    }

    private static boolean isRefusal(Map<String, Object> error) {
        return Map.of("code", REFUSED).equals(error.get("extensions"));
    }

    private static GatewayAnswer answer(String query, boolean introspection) throws IOException {
        Limits usual = Limits.defaults();
        FederatedGraph graph = FederatedGraph.of(
                Files.readString(Path.of("src/test/resources/shop.graphql")),
                request -> CompletableFuture.completedFuture(
                        new SubgraphAnswer(Map.of("__typename", "Query", "products", List.of()), List.of())),
                new Limits(usual.operation(), usual.planning(), usual.answering(), usual.plans(), introspection));
        return graph.answer(new GatewayRequest(query, null, Map.of()))
                .toCompletableFuture()
                .join();
    }
}
