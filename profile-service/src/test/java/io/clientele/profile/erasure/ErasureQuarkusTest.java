package io.clientele.profile.erasure;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.card.Questions;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.fold.FakeFunnel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.profile.erasure.Stores.found;
import static io.clientele.profile.erasure.Visitors.key;
import static io.clientele.profile.erasure.Visitors.sha256;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
@WithTestResource(ErasureStack.class)
class ErasureQuarkusTest {

    private static final String ERASE = "mutation($in: EraseCustomerInput!) { eraseCustomer(input: $in) { id state } }";
    private static final String ERASURE =
            "query($id: ID!) { erasure(id: $id) { state customerHash requestedBy erasedUntil"
                    + " finishedAt obstacle idHashes returned counts { store kind found left } } }";

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    @Inject
    Database database;

    @Inject
    Customers customers;

    private Questions questions = new Questions("");

    @BeforeEach
    void open() {
        questions = new Questions(feed);
        await().ignoreExceptions().until(() -> !stores().columns().isEmpty());
    }

    private Visitors visitors() {
        return new Visitors(questions);
    }

    private Stores stores() {
        return Stores.of(database, elasticsearch);
    }

    @AfterEach
    void mend() {
        given().body("false").post(feed + "/broken");
    }

    @Test
    void leavesTheCustomersIdsInNoStore() throws NoSuchAlgorithmException {
        visitors().tell("zed-user", "zed-phone", 1, "zed@shop.example");
        visitors().tell("zed-older", "zed-tablet", 2, "zed@shop.example");
        questions.append(Visitors.alias("zed-user", "zed-former"));
        visitors().tell(null, "zed-phone", 3, null);
        visitors().tell("bystander", null, 4, null);
        knows("anon:zed-tablet", "zed-user");
        write("defineTag", "DefineTagInput", Map.of("id", "seen", "name", "seen", "kind", "MANUAL"));
        write("addTag", "ChangeTagInput", Map.of("customer", "zed-older", "tag", "seen", "reason", "a reason"));
        write("defineSegment", "DefineSegmentInput", Map.of("id", "chosen", "name", "chosen", "kind", "MANUAL"));
        write(
                "listSegmentMembers",
                "ListMembersInput",
                Map.of("segment", "chosen", "add", List.of("zed-user", "bystander")));
        for (String member : List.of("zed-user", "bystander")) {
            await().until(() -> stores().naming(member)
                    .containsAll(Set.of("customers", "membership_change.customer_id", "customer.id")));
        }

        String id = erase(key(), "zed-tablet");
        JsonNode proof = finished(id);

        for (String trace : List.of("zed-user", "zed-older", "zed-former", "zed-phone", "zed-tablet", "zed@shop")) {
            assertThat(stores().naming(trace)).as(trace).isEmpty();
            assertThat(documents()).as("events").doesNotContain(trace);
        }
        assertThat(Questions.texts(proof.path("counts"), "/left")).containsOnly("0");
        assertThat(found(proof, "customers", "documents")).isOne();
        assertThat(found(proof, "events", "events")).isEqualTo(4);
        assertThat(found(proof, "postgresql", "customer")).isOne();
        assertThat(found(proof, "postgresql", "part")).isEqualTo(3);
        assertThat(found(proof, "postgresql", "customer_tag_change")).isOne();
        assertThat(Questions.texts(proof.path("idHashes"), ""))
                .contains(sha256("zed-user"), sha256("zed-former"), sha256("anon:zed-phone"));
        assertThat(proof.path("customerHash").asText()).isEqualTo(sha256("zed-tablet"));
        assertThat(stores().texts("SELECT customer_id || entered FROM membership_change ORDER BY position"))
                .containsSubsequence("erased:" + sha256("zed-user") + "true", "erased:" + sha256("zed-user") + "false")
                .contains("bystandertrue");
        assertThat(customer("bystander").isNull()).isFalse();
        assertThat(customer("zed-user").isNull()).isTrue();
    }

    @Test
    void tellsEveryIdOfACustomerWhoWasInNoSegment() throws NoSuchAlgorithmException {
        visitors().tell("plain-user", "plain-phone", 1, "plain@shop.example");
        visitors().tell("plain-older", "plain-tablet", 2, "plain@shop.example");
        knows("anon:plain-phone", "plain-user");
        knows("plain-older", "plain-user");

        finished(erase(key(), "plain-user"));

        for (String id : List.of("plain-user", "plain-older", "anon:plain-phone", "anon:plain-tablet")) {
            assertThat(stores().texts("SELECT segment_id || entered FROM membership_change WHERE customer_id = 'erased:"
                            + sha256(id) + "'"))
                    .as("%s, at the erasure and when it is finished", id)
                    .containsExactly("~erasedfalse", "~erasedfalse");
        }
    }

    @Test
    void answersOneErasureToOneKeyAndRefusesWhatIsNone() {
        visitors().tell("once-user", null, 1, null);
        knows("once-user", "once-user");
        String key = key();

        String id = erase(key, "once-user");
        finished(id);

        assertThat(erase(key, "once-user")).isEqualTo(id);
        refused("admin", key, "somebody", "KEY_REUSED", "input.key");
        refused("admin", key(), "once-user", "UNKNOWN_CUSTOMER", "input.customer");
        assertThat(answer("marketer", key(), "once-user")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void leavesToOthersWhatTheyDidOnASharedDevice() {
        visitors().tell("first-user", "family", 10, null);
        visitors().tell(null, "family", 15, null);
        visitors().tell("second-user", "family", 20, null);
        visitors().tell(null, "family", 25, null);
        visitors().tell(null, "family", 30, null);
        knows("anon:family", "first-user");
        await().until(() -> devices("second-user").contains("family"));

        JsonNode proof = finished(erase(key(), "first-user"));

        assertThat(found(proof, "events", "events")).isEqualTo(2);
        assertThat(stores().naming("first-user")).isEmpty();
        assertThat(documents()).doesNotContain("first-user");
        assertThat(viewed("second-user")).isEqualTo(2);
        assertThat(stores().texts("SELECT node || ' ' || since FROM part WHERE home = 'anon:family'"))
                .containsExactly("second-user 0");
        knows("anon:family", "second-user");
    }

    @Test
    void takesWhatIsReceivedLaterForANewCustomerAndErasesWhatOnlyArrivesLate() {
        visitors().tell("back-user", "back-device", 1, null);
        knows("anon:back-device", "back-user");
        finished(erase(key(), "back-user"));

        questions.append(Visitors.event("back-user", null, Visitors.NOON, Visitors.NOON.plusSeconds(9)));
        questions.append(
                Visitors.event("back-user", null, Visitors.NOON, Instant.now().plusSeconds(9)));

        knows("back-user", "back-user");
        assertThat(viewed("back-user")).isOne();
        await().until(() -> stores().texts("SELECT home FROM erasure_straggler").isEmpty()
                && documents().split("back-user", -1).length == 2);
        assertThat(customer("anon:back-device").isNull()).isTrue();
    }

    @Test
    void goesOnWhereItWasStoppedAndHoldsRekeyingMeanwhile() {
        visitors().tell("slow-user", "slow-device", 1, null);
        visitors().tell(null, "slow-device", 2, null);
        knows("anon:slow-device", "slow-user");
        given().body("true").post(feed + "/broken");

        String id = erase(key(), "slow-user");
        await().until(() -> !erasure(id).path("obstacle").isNull());

        assertThat(erasure(id).path("state").asText()).isEqualTo("ERASING");
        assertThat(customer("slow-user").isNull()).isTrue();
        questions.append(
                Visitors.event("slow-user", null, Visitors.NOON, Instant.now().plusSeconds(9)));
        stores().texts("INSERT INTO rekey_task (home, since, until, customer_id, decision)"
                + " VALUES ('other-home', 0, 9, 'slow-user', 1), ('third-home', 0, 9, 'third-user', 1) RETURNING home");
        await().until(() -> stores().texts("SELECT home FROM rekey_task").equals(List.of("other-home")));
        given().body("false").post(feed + "/broken");

        JsonNode proof = finished(id);
        assertThat(found(proof, "events", "events")).isEqualTo(2);
        assertThat(proof.path("returned").asInt()).isOne();
        assertThat(proof.path("obstacle").isNull()).isTrue();
        assertThat(viewed("slow-user")).isOne();
        await().until(() -> stores().texts("SELECT home FROM rekey_task").isEmpty());
    }

    @Test
    void knowsEveryColumnThatMayNameACustomer() {
        Set<String> named = new HashSet<>();
        PersonalRows.TABLES.forEach(rows -> named.add(rows.table()));
        Set<String> without = Set.of(
                "counter",
                "counter_use",
                "customers_index",
                "definitions_version",
                "erasure",
                "erasure_count",
                "erasure_home",
                "erasure_request",
                "erasure_straggler",
                "feed_cursor",
                "feed_lease",
                "feed_poison",
                "fold_instance",
                "membership_stream",
                "mutation_key",
                "segment",
                "segment_version",
                "tag",
                "value_scale");
        assertThat(stores().columns())
                .extracting(column -> column.substring(0, column.indexOf('.')))
                .as("a new table: list it in PersonalRows, or here if its texts never name a customer")
                .allMatch(table -> named.contains(table) || without.contains(table));
    }

    private String documents() {
        return given().get(feed + "/documents").asString();
    }

    private String erase(String key, String customer) {
        JsonNode answer = answer("admin", key, customer);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/eraseCustomer/id").asText();
    }

    private void refused(String role, String key, String customer, String code, String field) {
        JsonNode error = answer(role, key, customer).at("/errors/0/extensions");
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("field").asText()).isEqualTo(field);
    }

    private JsonNode answer(String role, String key, String customer) {
        return questions.answer(role, ERASE, Map.of("in", Map.of("key", key, "customer", customer)));
    }

    private JsonNode finished(String id) {
        await().until(() -> erasure(id).path("state").asText().equals("FINISHED"));
        return erasure(id);
    }

    private JsonNode erasure(String id) {
        return questions.answer("admin", ERASURE, Map.of("id", id)).at("/data/erasure");
    }

    private void write(String mutation, String type, Map<String, ?> input) {
        Map<String, Object> keyed = new HashMap<>(input);
        keyed.put("key", key());
        JsonNode answer = questions.answer(
                "marketer",
                "mutation($in: " + type + "!) { " + mutation + "(input: $in) { id } }",
                Map.of("in", keyed));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    }

    private JsonNode customer(String id) {
        return questions
                .ask("query($id: ID!) { customer(id: $id) { id identity { devices { id } } } }", Map.of("id", id))
                .path("customer");
    }

    private List<String> devices(String id) {
        return customer(id).path("identity").path("devices").findValuesAsText("id");
    }

    private void knows(String anyId, String customer) {
        await().until(() -> customer(anyId).path("id").asText().equals(customer));
    }

    private long viewed(String customer) {
        return database.onConnection(connection -> customers.load(connection, List.of(customer)))
                .await()
                .atMost(Duration.ofSeconds(20))
                .getFirst()
                .ledger()
                .total("Product Viewed");
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(40));
    }
}
