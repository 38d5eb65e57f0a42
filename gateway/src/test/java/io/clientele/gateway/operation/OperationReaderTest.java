package io.clientele.gateway.operation;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.gateway.operation.RefusedOperationException.Code;
import io.clientele.gateway.supergraph.Supergraph;

import graphql.language.Document;
import graphql.language.OperationDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

class OperationReaderTest {

    private static final Supergraph SUPERGRAPH = Supergraph.parse("""
            schema @link(url: "https://specs.apollo.dev/join/v0.3") { query: Query mutation: Mutation }
            enum join__Graph { SHOP @join__graph(name: "shop", url: "") }
            type Query @join__type(graph: SHOP) {
              node(id: ID!): Node
              found(text: String = "x", limit: Int): [Found!]!
            }
            type Mutation @join__type(graph: SHOP) { touch: Int }
            interface Node @join__type(graph: SHOP) { id: ID! }
            union Found @join__type(graph: SHOP)
              @join__unionMember(graph: SHOP, member: "Book") @join__unionMember(graph: SHOP, member: "Film")
              = Book | Film
            type Book implements Node @join__implements(graph: SHOP, interface: "Node") @join__type(graph: SHOP) {
              id: ID!
              title: String
              sequel: Book
            }
            type Film implements Node @join__implements(graph: SHOP, interface: "Node") @join__type(graph: SHOP) {
              id: ID!
              title: String
            }
            """);

    private final DocumentReader documents = new DocumentReader(SUPERGRAPH, new OperationLimits(500, 6, 3, 50));
    private final OperationReader operations = new OperationReader(SUPERGRAPH);

    @Test
    void mergesFieldsAndResolvesFragments() {
        assertThat(selections("""
                { node(id: 1) { id ...book ... on Node { id } ... on Book { sequel { id } } } }
                fragment book on Book { title sequel { title } }
                """, Map.of())).isEqualTo("""
                node(id:1)
                  id
                  if Book
                    title
                    sequel
                      title
                      id
                """);
    }

    @Test
    void leavesOutWhatIsSkippedByVariablesAndLiterals() {
        String query = "query($yes: Boolean!, $no: Boolean = false) { a: node(id: 1) @include(if: $yes) { id } "
                + "b: node(id: 2) @include(if: $no) { id } c: node(id: 3) { id @skip(if: false) ... @skip(if: $yes) { __typename } } }";

        assertThat(selections(query, Map.of("yes", true))).isEqualTo("""
                a: node(id:1)
                  id
                c: node(id:3)
                  id
                """);
    }

    @Test
    void narrowsUnionsToTheObjectsThatFragmentsAdmit() {
        assertThat(selections("{ found { ... on Node { id } ... on Film { title } } }", Map.of()))
                .isEqualTo("""
                found
                  if Book
                    id
                  if Film
                    id
                    title
                """);
    }

    @Test
    void keepsIntrospectionApart() {
        Operation operation = read("{ __schema { queryType { name } } node(id: 1) { id } }", Map.of());

        assertThat(operation.introspection()).hasSize(1);
        assertThat(operation.selections().toString()).startsWith("node").doesNotContain("__schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ node(id: 1) { id                                     | GRAPHQL_SYNTAX",
                "{ nobody }                                             | GRAPHQL_VALIDATION",
                "{ node(id: 1) { nothing } }                            | GRAPHQL_VALIDATION",
                "{ ...a } fragment a on Query { ...a }                  | GRAPHQL_VALIDATION",
                "{ node(id: 1) { __id: id } }                           | GRAPHQL_VALIDATION",
                "{ a: __typename b: __typename c: __typename d: __typename } | GRAPHQL_LIMIT",
                "{ node(id: 1) { ... on Book { sequel { sequel { sequel { sequel { sequel { id } } } } } } } } | GRAPHQL_LIMIT"
            })
    void refusesWithCode(String query, Code code) {
        assertThatThrownBy(() -> read(query, Map.of()))
                .asInstanceOf(type(RefusedOperationException.class))
                .extracting(RefusedOperationException::code)
                .isEqualTo(code);
    }

    @Test
    void refusesMoreTokensThanAllowed() {
        assertThatThrownBy(() -> read("{" + " __typename".repeat(600) + "}", Map.of()))
                .asInstanceOf(type(RefusedOperationException.class))
                .extracting(RefusedOperationException::code)
                .isEqualTo(Code.GRAPHQL_LIMIT);
    }

    @Test
    void countsFragmentsThatDoubleEachOtherWithoutUnfoldingThem() {
        StringBuilder query = new StringBuilder("{ node(id: 1) { ...f0 } }");
        for (int i = 0; i < 40; i++) {
            query.append(" fragment f%d on Node { ...f%d ...f%d }".formatted(i, i + 1, i + 1));
        }
        String bomb = query.append(" fragment f40 on Node { id }").toString();

        assertThatThrownBy(() -> read(bomb, Map.of()))
                .asInstanceOf(type(RefusedOperationException.class))
                .extracting(RefusedOperationException::code)
                .isEqualTo(Code.GRAPHQL_LIMIT);
    }

    @Test
    void wantsVariablesOfTheirTypes() {
        String query = "query($id: ID!, $limit: Int) { node(id: $id) { id } found(limit: $limit) { __typename } }";

        assertThatThrownBy(() -> read(query, Map.of())).isInstanceOf(RefusedOperationException.class);
        assertThatThrownBy(() -> read(query, Map.of("id", "a", "limit", "many")))
                .isInstanceOf(RefusedOperationException.class);
        assertThat(read(query, Map.of("id", "a", "limit", 5)).variables())
                .containsOnly(Map.entry("id", "$id:ID!"), Map.entry("limit", "$limit:Int"));
    }

    @Test
    void choosesOperationByName() {
        Document document = documents.read("query a { __typename } mutation b { touch }");

        assertThat(operations.choose(document, "b").getOperation()).isEqualTo(OperationDefinition.Operation.MUTATION);
        assertThatThrownBy(() -> operations.choose(document, null)).isInstanceOf(RefusedOperationException.class);
        assertThatThrownBy(() -> operations.choose(document, "c")).isInstanceOf(RefusedOperationException.class);
    }

    private String selections(String query, Map<String, Object> variables) {
        return read(query, variables).selections().toString();
    }

    private Operation read(String query, Map<String, Object> variables) {
        Document document = documents.read(query);
        OperationDefinition operation = operations.choose(document, null);
        return operations.read(document, operation, operations.coerced(operation, variables));
    }
}
