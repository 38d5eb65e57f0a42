package io.clientele.gateway.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.gateway.access.Withheld.Answered;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;

import static org.assertj.core.api.Assertions.assertThat;

/** Each document is admitted, executed on made-up data, and what must not be seen is withheld. */
class AdmissionTest {

    private static final GraphQLSchema SCHEMA = new SchemaGenerator()
            .makeExecutableSchema(
                    new SchemaParser().parse("""
                            type Query { me: Customer, all: [Customer!]!, some: [Customer], secret(of: ID!): Int, any: [Thing!] }
                            type Mutation { forget(id: ID!): Int! }
                            interface Named { name: String }
                            union Thing = Customer | Coupon
                            type Coupon implements Named { name: String, worth: Int }
                            type Customer implements Named { id: ID!, name: String, churn: Int, risk: Int!, friend: Customer }"""),
                    RuntimeWiring.newRuntimeWiring()
                            .type("Named", named -> named.typeResolver(any -> null))
                            .type(
                                    "Thing",
                                    thing -> thing.typeResolver(any -> any.getSchema()
                                            .getObjectType(
                                                    any.<Map<String, Object>>getObject()
                                                                    .containsKey("worth")
                                                            ? "Coupon"
                                                            : "Customer")))
                            .build());
    private static final Map<String, Object> FRIEND = Map.of("id", "b", "name", "B", "churn", 2, "risk", 9);
    private static final Map<String, Object> ME =
            Map.of("id", "a", "name", "A", "churn", 1, "risk", 8, "friend", FRIEND);
    private static final Map<String, Object> DATA = Map.of(
            "me", ME,
            "all", List.of(ME, FRIEND),
            "some", List.of(ME, FRIEND),
            "any", List.of(FRIEND, Map.of("name", "C", "worth", 5)),
            "secret", 42);

    @Test
    void leavesDocumentAloneOfWhichNothingIsClosed() {
        Document document = Parser.parse("{ me { id name } }");

        Admission admission = admit(document, "Customer.churn");

        assertThat(admission.document()).isSameAs(document);
        assertThat(admission.withheld().isNothing()).isTrue();
    }

    @Test
    void asksForNothingThatIsClosed() {
        Admission admission = admit(
                Parser.parse(
                        "query($id: ID!) { secret(of: $id) me { ...more friend { x: churn } } } fragment more on Customer { churn }"),
                "Query.secret",
                "Customer.churn");

        assertThat(AstPrinter.printAstCompact(admission.document()))
                .contains("secret:__typename", "x:__typename", "churn:__typename")
                .doesNotContain("of:$id");
    }

    @Test
    void nullsFieldWithItsPathAndAnswersTheRest() {
        Answered answered = answer("{ me { id c: churn } secret(of: 1) }", "Customer.churn");

        assertThat(String.valueOf(answered.data())).isEqualTo("{me={id=a, c=null}, secret=42}");
        assertThat(paths(answered)).containsExactly(List.of("me", "c"));
        assertThat(answered.errors().getFirst()).containsEntry("extensions", Map.of("code", "FORBIDDEN"));
    }

    @Test
    void namesEveryElementOfList() {
        Answered answered = answer("{ all { id churn } }", "Customer.churn");

        assertThat(paths(answered)).containsExactly(List.of("all", 0, "churn"), List.of("all", 1, "churn"));
    }

    @Test
    void nullsWhatIsAboveOfFieldThatMustNotBeNull() {
        assertThat(answer("{ me { id risk } }", "Customer.risk").data()).hasToString("{me=null}");
        assertThat(answer("{ some { id risk } }", "Customer.risk").data()).hasToString("{some=[null, null]}");
        assertThat(answer("{ all { id risk } }", "Customer.risk").data()).isNull();
        assertThat(answer("{ me { id friend { risk } } }", "Customer.risk").data())
                .hasToString("{me={id=a, friend=null}}");
    }

    @Test
    void nullsFieldOfTheTypeItIsClosedOnOnly() {
        Answered answered =
                answer("{ any { ... on Customer { x: name } ... on Coupon { x: name } } }", "Customer.name");

        assertThat(String.valueOf(answered.data())).isEqualTo("{any=[{x=null}, {x=C}]}");
        assertThat(paths(answered)).containsExactly(List.of("any", 0, "x"));
    }

    @Test
    void saysNothingOfFieldThatIsSkipped() {
        Answered answered = answer("{ me { id churn @skip(if: true) } }", "Customer.churn");

        assertThat(answered.errors()).isEmpty();
        assertThat(String.valueOf(answered.data())).isEqualTo("{me={id=a}}");
    }

    @Test
    void carriesOutNoMutationThatIsClosed() {
        Admission admission = admit(Parser.parse("mutation { forget(id: 1) }"), "Mutation.forget");

        assertThat(AstPrinter.printAstCompact(admission.document())).contains("{forget:__typename}");
        Answered answered = admission.withheld().from(Map.of("forget", "Mutation"));
        assertThat(answered.data()).isNull();
        assertThat(paths(answered)).containsExactly(List.of("forget"));
    }

    private static Admission admit(Document document, String... closed) {
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return Admission.of(SCHEMA, document, operation, Set.of(closed));
    }

    private static Answered answer(String query, String... closed) {
        Admission admission = admit(Parser.parse(query), closed);
        return admission.withheld().from(data(AstPrinter.printAst(admission.document())));
    }

    private static Map<String, Object> data(String query) {
        ExecutionResult result = GraphQL.newGraphQL(SCHEMA)
                .build()
                .execute(ExecutionInput.newExecutionInput(query).root(DATA).build());
        assertThat(result.getErrors()).isEmpty();
        return result.getData();
    }

    private static List<Object> paths(Answered answered) {
        return answered.errors().stream().map(error -> error.get("path")).toList();
    }
}
