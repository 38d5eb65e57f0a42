package io.clientele.gateway.testbed;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.GatewayAnswer;
import io.clientele.gateway.federation.GatewayRequest;
import io.clientele.gateway.federation.Limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

/** Values that the schema does not allow never reach the client; each is null with an error, as far up as the schema demands. */
class WrongValuesTest {

    private static final String QUERY = "{ greeting newest { text stars } shelves { stars } }";

    private final Feature feature = Feature.named("faults");
    private final Bed bed = new Bed(feature);
    private final FaultySubgraphs subgraphs = new FaultySubgraphs(bed);
    private final FederatedGraph graph = FederatedGraph.of(feature.supergraph(), subgraphs, Limits.defaults());

    static Stream<Arguments> wrongValues() {
        Map<String, Object> good = Map.of("text", "good", "stars", 3);
        return Stream.of(
                Arguments.of(review("good", "three"), null, List.of("newest", "stars")),
                Arguments.of(review("good", 3.5), null, List.of("newest", "stars")),
                Arguments.of(review("good", List.of(3)), null, List.of("newest", "stars")),
                Arguments.of(review("good", null), null, List.of("newest", "stars")),
                Arguments.of(review(List.of("good"), 3), review(null, 3), List.of("newest", "text")),
                Arguments.of(review(Map.of("good", 1), 3), review(null, 3), List.of("newest", "text")),
                Arguments.of(review(true, 3), review(null, 3), List.of("newest", "text")),
                Arguments.of(List.of(good), null, List.of("newest")),
                Arguments.of("good", null, List.of("newest")),
                Arguments.of(Map.of("text", "good"), null, List.of("newest", "stars")));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aWrongValueIsNullWithAnError(Object wrong, @Nullable Object right, List<Object> path) {
        List<List<Map<String, Object>>> shelves = List.of(List.of(Map.of("stars", 1)));
        answering(wrong, shelves);

        GatewayAnswer answer = answer(QUERY);

        assertThat(answer.data()).containsEntry("newest", right);
        assertThat(answer.data()).containsEntry("shelves", shelves);
        assertThat(answer.data()).containsKey("greeting");
        assertOneErrorAt(path, answer);
    }

    static Stream<Arguments> wrongLists() {
        List<Object> good = List.of(Map.of("stars", 1));
        return Stream.of(
                Arguments.of("shelf", null, List.of("shelves")),
                Arguments.of(Map.of("0", good), null, List.of("shelves")),
                Arguments.of(Arrays.asList(good, "shelf"), Arrays.asList(good, null), List.of("shelves", 1)),
                Arguments.of(
                        List.of(good, List.of(Map.of("stars", 2), 7)),
                        List.of(good, Arrays.asList(Map.of("stars", 2), null)),
                        List.of("shelves", 1, 1)),
                Arguments.of(
                        List.of(List.of(Map.of("stars", "2")), good),
                        List.of(Arrays.asList((Object) null), good),
                        List.of("shelves", 0, 0, "stars")));
    }

    @ParameterizedTest
    @MethodSource("wrongLists")
    void aWrongListIsNullWithAnErrorAtItsPlace(Object wrong, @Nullable Object right, List<Object> path) {
        Map<String, Object> newest = Map.of("text", "good", "stars", 3);
        answering(newest, wrong);

        GatewayAnswer answer = answer(QUERY);

        assertThat(answer.data()).containsEntry("newest", newest);
        assertThat(answer.data()).containsEntry("shelves", right);
        assertOneErrorAt(path, answer);
    }

    @Test
    void aFieldIsNotAskedForWithoutWhatItRequires() {
        bed.enter(3);
        subgraphs.when("reviews", answer -> {
            throw new SubgraphException(SubgraphException.Code.SUBGRAPH_TIMEOUT, "It is late.");
        });

        GatewayAnswer answer = answer("{ people { name advice } }");

        assertThat(answer.data()).isNotNull();
        assertThat(subgraphs.asked()).containsExactly("people", "reviews");
        assertThat(answer.errors()).isNotEmpty();
    }

    private static void assertOneErrorAt(List<Object> path, GatewayAnswer answer) {
        assertThat(answer.errors()).singleElement().satisfies(error -> {
            assertThat(error).containsEntry("path", path);
            assertThat(error.get("extensions"))
                    .asInstanceOf(MAP)
                    .containsEntry("service", "reviews")
                    .containsKey("code");
        });
    }

    private void answering(Object newest, Object shelves) {
        subgraphs.when("reviews", answer -> {
            Map<String, Object> data = new HashMap<>();
            data.put("newest", newest);
            data.put("shelves", shelves);
            return new SubgraphAnswer(data, List.of());
        });
    }

    private static Map<String, @Nullable Object> review(@Nullable Object text, @Nullable Object stars) {
        Map<String, @Nullable Object> review = new HashMap<>();
        review.put("text", text);
        review.put("stars", stars);
        return review;
    }

    private GatewayAnswer answer(String query) {
        return graph.answer(new GatewayRequest(query, null, Map.of()))
                .toCompletableFuture()
                .join();
    }
}
