package io.clientele.gateway.supergraph;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import graphql.schema.GraphQLObjectType;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SupergraphTest {

    private static final String SDL = """
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/inaccessible/v0.2")
              @link(url: "https://example.org/stamps/v1.0", as: "post") { query: Query }
            directive @inaccessible on FIELD_DEFINITION | OBJECT | ENUM_VALUE
            directive @post on FIELD_DEFINITION
            directive @join__type(graph: join__Graph!) repeatable on OBJECT
            scalar post__Stamp
            scalar Money
            enum join__Graph {
              A @join__graph(name: "a", url: "http://a")
              B @join__graph(name: "b", url: "http://b")
            }
            enum Colour { RED BLUE @inaccessible }
            type Query @join__type(graph: A) @join__type(graph: B) {
              things: [Thing] @join__field(graph: A, provides: "name")
              both: Int
              price: Money @post
            }
            type Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", resolvable: false) {
              id: ID!
              name: String @join__field(graph: B) @join__field(graph: A, external: true)
              cost: Int @join__field(graph: B, requires: "name") @inaccessible
              colour: Colour @join__field(graph: A, type: "Colour!")
            }
            type Hidden @join__type(graph: A) @inaccessible { x: Int }
            """;

    private final Supergraph supergraph = Supergraph.parse(SDL);
    private final Subgraph a = new Subgraph("A", "a", "http://a");
    private final Subgraph b = new Subgraph("B", "b", "http://b");

    @Test
    void knowsWhoAnswersWhat() {
        CompositeType thing = requireNonNull(supergraph.type("Thing"));

        assertThat(source("name", b).resolves()).isTrue();
        assertThat(source("name", a).resolves()).isFalse();
        assertThat(source("cost", b).requires()).isNotNull();
        assertThat(source("colour", a).type().nullable()).isFalse();
        assertThat(source("id", a).resolves()).isTrue();
        assertThat(thing.resolvableKeys(a)).hasSize(1);
        assertThat(thing.resolvableKeys(b)).isEmpty();
    }

    @Test
    void showsClientsNoMachineryAndNothingInaccessible() {
        assertThat(supergraph.publicSchema().getType("Hidden")).isNull();
        assertThat(supergraph.publicSchema().getType("post__Stamp")).isNull();
        assertThat(supergraph.publicSchema().getType("join__Graph")).isNull();
        assertThat(supergraph.publicSchema().getType("Money")).isNotNull();
        assertThat(supergraph.publicSchema().getDirective("post")).isNull();
        GraphQLObjectType thing = supergraph.publicSchema().getObjectType("Thing");
        assertThat(thing.getFieldDefinition("cost")).isNull();
        assertThat(supergraph.enumValues("Colour"))
                .hasValueSatisfying(values -> assertThat(values).containsExactly("RED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "type Query {",
                "type Query { a: Int }",
                "enum join__Graph { A }",
                "enum join__Graph { A @join__graph(name: \"a\", url: \"\") }",
                "enum join__Graph { A @join__graph(name: \"a\", url: \"\") } type Query @join__type(graph: C) { a: Int }",
                "enum join__Graph { A @join__graph(name: \"a\", url: \"\") } type Query @join__type(graph: A, key: \"{\") { a: Int }",
                "enum join__Graph { A @join__graph(name: \"a\", url: \"\") } type Query @join__type(graph: A) { a: Nowhere }",
                "enum join__Graph { A @join__graph(name: \"a\", url: \"\") } type Query implements No @join__type(graph: A) { a: Int }",
                "enum join__Graph { A @join__graph(name: \"a\", url: \"\") } type Query { a: Int } query { a }"
            })
    void refusesWhatCannotBeServed(String sdl) {
        assertThatThrownBy(() -> Supergraph.parse(sdl))
                .isInstanceOf(MalformedSupergraphException.class)
                .hasMessageStartingWith("The supergraph schema cannot be used: ");
    }

    private FieldSource source(String field, Subgraph subgraph) {
        CompositeType thing = requireNonNull(supergraph.type("Thing"));
        return requireNonNull(requireNonNull(thing.field(field)).source(subgraph));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@link(url: \"https://specs.apollo.dev/inaccessible/v0.2\", as: \"hidden\")",
                "@link(url: \"https://specs.apollo.dev/join/v0.3\", as: \"j\")",
                "@link(url: \"https://specs.apollo.dev/federation/v2.5\", import: [{name: \"@requiresScopes\", as: \"@needs\"}])"
            })
    void refusesAnotherNameForWhatKeepsThingsFromClients(String link) {
        String renamed = SDL.replace("@link(url: \"https://specs.apollo.dev/link/v1.0\")", link);

        assertThatThrownBy(() -> Supergraph.parse(renamed))
                .isInstanceOf(MalformedSupergraphException.class)
                .hasMessageContaining("by another name");
    }
}
