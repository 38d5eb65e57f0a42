package io.clientele.gateway.access;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class AccessRulesTest {

    private static final String DIRECTIVES = """
            directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @policy(policies: [[String!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            """;

    @Test
    void opensFieldToAnyGroupOfScopesThatIsMetAsAWhole() {
        AccessRules rules = rules("type Query { a: Int @requiresScopes(scopes: [[\"x\"], [\"y\", \"z\"]]) b: Int }");

        assertThat(rules.closedTo(Set.of())).containsExactly("Query.a");
        assertThat(rules.closedTo(Set.of("y"))).containsExactly("Query.a");
        assertThat(rules.closedTo(Set.of("x"))).isEmpty();
        assertThat(rules.closedTo(Set.of("y", "z"))).isEmpty();
    }

    @Test
    void asksForWhatTheTypesOfFieldAndAnswerAskForToo() {
        AccessRules rules = rules("""
                type Query { a: [A!]! b: B }
                type A @requiresScopes(scopes: [["x"]]) { b: B @requiresScopes(scopes: [["y"]]) c: Int }
                enum B @requiresScopes(scopes: [["z"]]) { ONE }""");

        assertThat(rules.closedTo(Set.of())).containsExactlyInAnyOrder("Query.a", "Query.b", "A.b", "A.c");
        assertThat(rules.closedTo(Set.of("x"))).containsExactlyInAnyOrder("Query.b", "A.b");
        assertThat(rules.closedTo(Set.of("x", "z"))).containsExactly("A.b");
        assertThat(rules.closedTo(Set.of("x", "y", "z"))).isEmpty();
    }

    @Test
    void closesFieldOfInterfaceAsOneOfItsImplementationsIs() {
        AccessRules rules = rules("""
                type Query { i: I }
                interface I { a: Int b: Int }
                type A implements I { a: Int @requiresScopes(scopes: [["x"]]) b: Int }
                type B implements I { a: Int b: Int }""");

        assertThat(rules.closedTo(Set.of())).containsExactlyInAnyOrder("I.a", "A.a");
    }

    @Test
    void closesToEveryoneWhatPolicyWouldDecide() {
        AccessRules rules = rules("type Query { a: Int @policy(policies: [[\"p\"]]) b: Int @authenticated }");

        assertThat(rules.closedTo(Set.of("p", "admin"))).containsExactly("Query.a");
    }

    @Test
    void readsTheGatewaysOwnSupergraph() throws IOException {
        try (InputStream resource = AccessRulesTest.class.getResourceAsStream("/supergraph.graphql")) {
            AccessRules rules = AccessRules.parse(
                    new String(Objects.requireNonNull(resource).readAllBytes(), UTF_8));

            assertThat(rules.closedTo(Set.of("admin"))).isEmpty();
            assertThat(rules.closedTo(Set.of("shopper")))
                    .contains("Query.sales", "Mutation.eraseCustomer", "Customer.churn", "Customer.tags")
                    .doesNotContain("Query.customer", "Customer.traits", "Customer.journey", "Mutation.track");
            assertThat(rules.closedTo(Set.of("analyst"))).contains("Mutation.eraseCustomer", "Mutation.track");
        }
    }

    private static AccessRules rules(String types) {
        return AccessRules.parse(DIRECTIVES + types);
    }
}
