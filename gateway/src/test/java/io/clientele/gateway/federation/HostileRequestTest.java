package io.clientele.gateway.federation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphException;
import io.clientele.gateway.execute.SubgraphRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests and answers that a planner and an executor could lose themselves in. */
class HostileRequestTest {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/join/v0.3") { query: Query }
            enum join__Graph { A @join__graph(name: "a", url: "") B @join__graph(name: "b", url: "") C @join__graph(name: "c", url: "") }
            type Query @join__type(graph: A) { things: [Thing!] @join__field(graph: A) node: Node @join__field(graph: A) }
            type Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
              id: ID!
              left: [Thing!] @join__field(graph: A)
              right: [Thing!] @join__field(graph: B)
              of(ids: [ID!]): Int @join__field(graph: B)
              ship: Int @join__field(graph: B, requires: "stock")
              needed: Int! @join__field(graph: B)
              stock: Int @join__field(graph: C) @join__field(graph: B, external: true)
            }
            interface Node @join__type(graph: A) { next: Node }
            %s
            """.formatted(objects());

    private static String objects() {
        StringBuilder objects = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            objects.append("type N%d implements Node @join__implements(graph: A, interface: \"Node\") ".formatted(i))
                    .append("@join__type(graph: A) { next: Node own%d: Int }%n".formatted(i));
        }
        return objects.toString();
    }

    private final List<SubgraphRequest> sent = new ArrayList<>();
    private final Map<String, SubgraphAnswer> answers = new LinkedHashMap<>();
    private int linked;
    private final FederatedGraph graph = FederatedGraph.of(SUPERGRAPH, this::send, Limits.defaults());

    private CompletableFuture<SubgraphAnswer> send(SubgraphRequest request) {
        sent.add(request);
        SubgraphAnswer answer = linked > 0 ? linked() : answers.get(request.subgraph());
        return answer == null
                ? CompletableFuture.failedFuture(
                        new SubgraphException(SubgraphException.Code.SUBGRAPH_UNAVAILABLE, "It is down."))
                : CompletableFuture.completedFuture(answer);
    }

    /** So many things, each of which leads to all of them on either side. */
    private SubgraphAnswer linked() {
        List<Map<String, Object>> things = new ArrayList<>();
        for (int i = 0; i < linked; i++) {
            things.add(new LinkedHashMap<>(Map.of("id", "t" + i, "left", ids(), "right", ids())));
        }
        return new SubgraphAnswer(Map.of("things", things, "_entities", things), List.of());
    }

    private List<Map<String, Object>> ids() {
        List<Map<String, Object>> ids = new ArrayList<>();
        for (int i = 0; i < linked; i++) {
            ids.add(new LinkedHashMap<>(Map.of("id", "t" + i)));
        }
        return ids;
    }

    @Test
    @Timeout(20)
    void refusesPlanThatMultipliesWithDepth() {
        String deep = "{ next ".repeat(12) + "{ __typename }" + " }".repeat(12);

        GatewayAnswer answer = answer("{ node " + deep + " }", Map.of());

        assertThat(answer.executed()).isFalse();
        assertThat(answer.errors().getFirst()).containsEntry("extensions", Map.of("code", "GRAPHQL_LIMIT"));
    }

    @Test
    @Timeout(20)
    void refusesAnswerThatMultiplies() {
        linked = 10;

        GatewayAnswer answer =
                answer("{ things { right { left { right { left { right { left { id } } } } } } } }", Map.of());

        assertThat(answer.data()).isNull();
        assertThat(answer.errors().getFirst()).containsEntry("extensions", Map.of("code", "ANSWER_TOO_LARGE"));
    }

    @Test
    @Timeout(20)
    void tellsFailureOfManyItemsInTimeAndNotForEach() {
        List<Map<String, Object>> things = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            things.add(new LinkedHashMap<>(Map.of("id", "t" + i)));
        }
        answers.put("a", new SubgraphAnswer(Map.of("things", things), List.of()));

        GatewayAnswer answer = answer("{ things { id needed } }", Map.of());

        assertThat(answer.data()).hasToString("{things=null}");
        assertThat(answer.errors()).hasSize(101);
        assertThat(answer.errors())
                .allSatisfy(error -> assertThat(error.get("extensions"))
                        .asString()
                        .containsAnyOf("SUBGRAPH_UNAVAILABLE", "MORE_ERRORS"));
    }

    @Test
    void keepsVariableOfClientApartFromItsOwn() {
        answers.put("a", things());
        answers.put("b", new SubgraphAnswer(Map.of("_entities", List.of(Map.of("of", 1))), List.of()));

        answer(
                "query($representations: [ID!]) { things { of(ids: $representations) } }",
                Map.of("representations", List.of("x")));

        assertThat(sent.getLast().variables())
                .containsEntry("representations", List.of("x"))
                .containsEntry("representations_", List.of(Map.of("__typename", "Thing", "id", "t")));
    }

    @Test
    void asksWhatDoesNotDependOnFailure() {
        answers.put("a", things());
        answers.put("b", new SubgraphAnswer(Map.of("_entities", List.of(Map.of("of", 1))), List.of()));

        GatewayAnswer answer = answer("{ things { ship of } }", Map.of());

        assertThat(answer.data()).hasToString("{things=[{ship=null, of=1}]}");
        assertThat(answer.errors()).hasSize(1);
    }

    private static SubgraphAnswer things() {
        return new SubgraphAnswer(Map.of("things", List.of(new LinkedHashMap<>(Map.of("id", "t")))), List.of());
    }

    private GatewayAnswer answer(String query, Map<String, Object> variables) {
        return graph.answer(new GatewayRequest(query, null, variables))
                .toCompletableFuture()
                .join();
    }
}
