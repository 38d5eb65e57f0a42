package io.clientele.edge.graphql.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A shopper sees its own data and nothing else: tried for every field of a service, generated from its schema.
 *
 * <p>A field passes if it is refused, or if the service names it among those that are the shopper's own and it is answered for
 * the shopper itself only. So a new field that nobody thought about fails until it asks for a role or is named. The shopper is
 * the customer {@value #SELF}.
 */
public abstract class ShopperSightContract {

    /** The customer that the tokens of tests stand for. */
    protected static final String SELF = "tester";

    private static final Set<String> REFUSALS = Set.of("FORBIDDEN", "FOREIGN_CUSTOMER");

    private final SubgraphFields fields;

    /** Reads the committed schema of the subgraph, which {@link CommittedSchemaContract} holds to the live one. */
    protected ShopperSightContract(String subgraph) throws IOException {
        this.fields = SubgraphFields.committed(subgraph);
    }

    /** A customer whom the service knows beside {@link #SELF}. */
    protected abstract String somebodyElse();

    /** The fields of entities that a shopper may see of itself, as {@code Customer.traits}. */
    protected abstract Set<String> ownFields();

    /** The types of the objects that those fields lead to, all fields of which are the shopper's own, too. */
    protected abstract Set<String> ownTypes();

    /** Of each root field that shoppers may use, a selection that reads or writes what is somebody else's. */
    protected abstract Map<String, String> rootFieldsOnSomebodyElse();

    @Test
    void refusesEveryRootField() {
        List<String> open = new ArrayList<>();
        for (String root : List.of("query", "mutation")) {
            for (FieldDefinition field : fields.ofRoot(root)) {
                String selection = rootFieldsOnSomebodyElse().getOrDefault(field.getName(), fields.selection(field));
                JsonPath answer = post(throughGateway(), root + " { " + selection + " }", List.of());
                if (!isRefused(answer)) {
                    open.add(root + " " + selection + " answers " + answer.prettify());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void refusesEveryFieldOfSomebodyElse() {
        List<String> open = new ArrayList<>();
        for (ObjectTypeDefinition type : fields.entities()) {
            for (FieldDefinition field : type.getFieldDefinitions()) {
                JsonPath answer = askEntity(type, field, somebodyElse());
                if (!isRefused(answer)) {
                    open.add(name(type, field) + " answers " + answer.prettify());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void showsOfItselfWhatIsItsOwnAndRefusesTheRest() {
        List<String> wrong = new ArrayList<>();
        for (ObjectTypeDefinition type : fields.entities()) {
            for (FieldDefinition field : type.getFieldDefinitions()) {
                JsonPath answer = askEntity(type, field, SELF);
                boolean right = ownFields().contains(name(type, field))
                        ? answer.get("errors") == null && answer.get("data._entities[0]") != null
                        : isRefused(answer);
                if (!right) {
                    wrong.add(name(type, field) + " answers " + answer.prettify());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void knowsEveryTypeThatTheShoppersOwnFieldsLeadTo() {
        Set<String> reached = new LinkedHashSet<>();
        ownFields().forEach(own -> fields.reach(own, reached));

        assertThat(reached).containsExactlyInAnyOrderElementsOf(ownTypes());
    }

    @Test
    void refusesShopperEntitiesUnlessTheGatewayAsks() {
        for (ObjectTypeDefinition type : fields.entities()) {
            JsonPath answer = post(shopper(), entities(type, "__typename"), List.of(representation(type, SELF)));
            assertThat(isRefused(answer)).as(type.getName()).isTrue();
        }
    }

    @Test
    void refusesShopperEntitiesToOneThatOnlySaysToBeTheGateway() {
        for (ObjectTypeDefinition type : fields.entities()) {
            JsonPath answer = post(
                    shopper().header(ServiceTokens.HEADER, TestTokens.forged("gateway")),
                    entities(type, "__typename"),
                    List.of(representation(type, SELF)));
            assertThat(isRefused(answer)).as(type.getName()).isTrue();
        }
    }

    private JsonPath askEntity(ObjectTypeDefinition type, FieldDefinition field, String id) {
        return post(throughGateway(), entities(type, fields.selection(field)), List.of(representation(type, id)));
    }

    private static String entities(ObjectTypeDefinition type, String selection) {
        return "query($representations: [_Any!]!) { _entities(representations: $representations) { ... on "
                + type.getName() + " { " + selection + " } } }";
    }

    private static Map<String, String> representation(ObjectTypeDefinition type, String id) {
        return Map.of("__typename", type.getName(), "id", id);
    }

    private static String name(ObjectTypeDefinition type, FieldDefinition field) {
        return type.getName() + "." + field.getName();
    }

    private static boolean isRefused(JsonPath answer) {
        List<String> codes = answer.getList("errors.extensions.code");
        return codes != null && codes.size() == 1 && REFUSALS.contains(codes.getFirst());
    }

    private static RequestSpecification throughGateway() {
        return shopper().header(ServiceTokens.HEADER, TestTokens.ofService("gateway"));
    }

    private static RequestSpecification shopper() {
        return given().header("Authorization", "Bearer " + TestTokens.token("shopper"));
    }

    private static JsonPath post(RequestSpecification caller, String query, List<?> representations) {
        return caller.contentType("application/json")
                .body(Map.of("query", query, "variables", Map.of("representations", representations)))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
