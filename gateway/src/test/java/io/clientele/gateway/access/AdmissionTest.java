package io.clientele.gateway.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.clientele.gateway.execute.SubgraphAnswer;
import io.clientele.gateway.execute.SubgraphRequest;
import io.clientele.gateway.federation.FederatedGraph;
import io.clientele.gateway.federation.GatewayAnswer;
import io.clientele.gateway.federation.GatewayRequest;
import io.clientele.gateway.federation.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/** Every question is asked of a whole graph with one subgraph, whose requests are looked at. */
class AdmissionTest {

    private static final String SUPERGRAPH = """
            schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3") {
              query: Query
              mutation: Mutation
            }
            enum join__Graph { SHOP @join__graph(name: "shop", url: "") }
            type Query @join__type(graph: SHOP) {
              me: Customer
              all: [Customer!]!
              some: [Customer]
              any: [Thing!]
              secret: Int! @requiresScopes(scopes: [["admin"]])
              code: Code
              both: Int @requiresScopes(scopes: [["admin"], ["analyst", "eu"]])
              vault: Vault
              undecided: Int @policy(policies: [["somebody"]])
            }
            scalar Code @join__type(graph: SHOP) @requiresScopes(scopes: [["admin"]])
            type Mutation @join__type(graph: SHOP) { forget: Int @requiresScopes(scopes: [["admin"]]) }
            type Vault @join__type(graph: SHOP) @requiresScopes(scopes: [["admin"]]) { gold: Int }
            interface Named @join__type(graph: SHOP) { name: String }
            union Thing @join__type(graph: SHOP)
              @join__unionMember(graph: SHOP, member: "Customer") @join__unionMember(graph: SHOP, member: "Coupon")
              = Customer | Coupon
            type Coupon implements Named @join__implements(graph: SHOP, interface: "Named") @join__type(graph: SHOP) {
              name: String
              worth: Int
            }
            type Customer implements Named @join__implements(graph: SHOP, interface: "Named") @join__type(graph: SHOP) {
              id: ID!
              name: String @requiresScopes(scopes: [["admin"]])
              churn: Int @requiresScopes(scopes: [["admin"]])
              risk: Int! @requiresScopes(scopes: [["admin"]])
            }
            """;

    private final List<String> sent = new ArrayList<>();
    private Map<String, Object> data = Map.of();
    private final FederatedGraph graph = FederatedGraph.of(SUPERGRAPH, this::send, Limits.defaults());

    private CompletableFuture<SubgraphAnswer> send(SubgraphRequest request) {
        sent.add(request.query());
        return CompletableFuture.completedFuture(new SubgraphAnswer(new LinkedHashMap<>(data), List.of()));
    }

    @Test
    void asksForNothingThatIsClosed() {
        data = Map.of("me", Map.of("id", "a"));

        GatewayAnswer answer = answer("{ me { id c: churn } vault { gold } }");

        assertThat(sent).containsExactly("{me{id}}");
        assertThat(answer.data()).hasToString("{me={id=a, c=null}, vault=null}");
        assertThat(paths(answer)).containsExactly(List.of("me", "c"), List.of("vault"));
        assertThat(answer.errors())
                .allSatisfy(error -> assertThat(error).containsEntry("extensions", Map.of("code", "FORBIDDEN")));
    }

    @Test
    void asksNobodyWhenAllIsClosed() {
        GatewayAnswer answer = answer("{ both undecided }");

        assertThat(sent).isEmpty();
        assertThat(answer.data()).hasToString("{both=null, undecided=null}");
    }

    @Test
    void wantsAllScopesOfOneSet() {
        data = Map.of("both", 1);

        assertThat(answer("{ both }", "analyst").data()).hasToString("{both=null}");
        assertThat(answer("{ both }", "analyst", "eu").data()).hasToString("{both=1}");
        assertThat(answer("{ both }", "admin").data()).hasToString("{both=1}");
        assertThat(answer("{ undecided }", "admin").data()).hasToString("{undecided=null}");
    }

    @Test
    void namesEveryElementOfList() {
        data = Map.of("all", List.of(Map.of("id", "a"), Map.of("id", "b")));

        assertThat(paths(answer("{ all { id churn } }")))
                .containsExactly(List.of("all", 0, "churn"), List.of("all", 1, "churn"));
    }

    @Test
    void nullsWhatIsAboveOfFieldThatMustNotBeNull() {
        data = Map.of("me", Map.of("id", "a"), "all", List.of(Map.of()), "some", List.of(Map.of(), Map.of()));

        assertThat(answer("{ me { id risk } }").data()).hasToString("{me=null}");
        assertThat(answer("{ some { risk } }").data()).hasToString("{some=[null, null]}");
        GatewayAnswer all = answer("{ all { risk } }");
        assertThat(all.data()).isNull();
        assertThat(paths(all)).containsExactly(List.of("all", 0, "risk"));
        assertThat(answer("{ secret }").data()).isNull();
    }

    @Test
    void closesFieldOfOneTypeOnly() {
        data = Map.of(
                "any",
                List.of(Map.of("__typename", "Customer"), Map.of("__typename", "Coupon", "x", "C", "name", "C")));

        GatewayAnswer answer =
                answer("{ any { ... on Named { name } ... on Customer { x: name } ... on Coupon { x: name } } }");

        assertThat(sent).containsExactly("{any{__typename ... on Coupon{name x:name}}}");
        assertThat(answer.data()).hasToString("{any=[{name=null, x=null}, {name=C, x=C}]}");
        assertThat(paths(answer)).containsExactly(List.of("any", 0, "name"), List.of("any", 0, "x"));
    }

    @Test
    void closesScalars() {
        data = Map.of("code", "x");

        assertThat(answer("{ code }").data()).hasToString("{code=null}");
        assertThat(answer("{ code }", "admin").data()).hasToString("{code=x}");
    }

    @Test
    void closesRootTypes() {
        FederatedGraph closed = FederatedGraph.of(
                SUPERGRAPH.replace(
                        "type Query @join__type(graph: SHOP)",
                        "type Query @join__type(graph: SHOP) @requiresScopes(scopes: [[\"admin\"]])"),
                this::send,
                Limits.defaults());

        GatewayAnswer answer = closed.answer(new GatewayRequest("{ me { id } }", null, Map.of()))
                .toCompletableFuture()
                .join();

        assertThat(sent).isEmpty();
        assertThat(answer.data()).hasToString("{me=null}");
    }

    /** What requirements need stands among the data under its name: it must not pass for what was asked. */
    @Test
    void doesNotShowWhatIsClosedEvenIfTheSubgraphAnswersIt() {
        data = Map.of("me", Map.of("id", "a", "churn", 7, "c", 7));

        assertThat(answer("{ me { id churn c: churn } }").data()).hasToString("{me={id=a, churn=null, c=null}}");
    }

    @Test
    void saysNothingOfFieldThatIsSkipped() {
        data = Map.of("me", Map.of("id", "a"));

        GatewayAnswer answer = answer("{ me { id churn @skip(if: true) } }");

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.data()).hasToString("{me={id=a}}");
    }

    @Test
    void carriesOutNoMutationThatIsClosed() {
        GatewayAnswer answer = answer("mutation { forget }");

        assertThat(sent).isEmpty();
        assertThat(paths(answer)).containsExactly(List.of("forget"));
    }

    @Test
    void keepsPlansOfCallersApart() {
        data = Map.of("both", 1);

        assertThat(answer("{ both }", "admin").errors()).isEmpty();
        assertThat(answer("{ both }").errors()).hasSize(1);
        assertThat(answer("{ both }", "admin").errors()).isEmpty();
    }

    private GatewayAnswer answer(String query, String... scopes) {
        return graph.answer(new GatewayRequest(query, null, Map.of(), Set.of(scopes), Map.of()))
                .toCompletableFuture()
                .join();
    }

    private static List<Object> paths(GatewayAnswer answer) {
        List<Object> paths = new ArrayList<>();
        answer.errors().forEach(error -> paths.add(error.get("path")));
        return paths;
    }
}
