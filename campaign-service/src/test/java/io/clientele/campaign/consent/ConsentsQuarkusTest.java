package io.clientele.campaign.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.CampaignJson;
import io.clientele.campaign.definition.Channel;
import io.clientele.database.Database;
import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(CampaignStack.class)
@WithTestResource(FakeProfiles.class)
class ConsentsQuarkusTest {

    private static final String SET = """
            mutation($input: ConsentInput!) { setConsent(input: $input) { scope given source evidence } }""";
    private static final String READ = """
            query($ids: [_Any!]!) {
              _entities(representations: $ids) { ... on Customer { consents { scope given source evidence } } }
            }""";

    @Inject
    Consents consents;

    @Inject
    Database database;

    private final String customer = "consent-" + UUID.randomUUID();
    private final String address = customer + "@x.example";

    @BeforeEach
    void awaitSchema() {
        CampaignStack.awaitSchema();
    }

    @Test
    void keepsTheLatestWordOfEachScope() {
        set("marketer", input("k1-" + customer, customer, "EMAIL", true));
        set("marketer", input("k2-" + customer, customer, "EMAIL", false));
        set("admin", input("k3-" + customer, customer, "ALL", true));

        JsonPath answer = post("analyst", READ, Map.of("ids", List.of(entity(customer))));
        assertThat(answer.getList("data._entities[0].consents"))
                .isEqualTo(List.of(
                        Map.of("scope", "ALL", "given", true, "source", "STAFF", "evidence", "form 1"),
                        Map.of("scope", "EMAIL", "given", false, "source", "STAFF", "evidence", "form 1")));
    }

    @Test
    void setsOnceByKey() {
        set("marketer", input("once-" + customer, customer, "EMAIL", true));
        set("marketer", input("other-" + customer, customer, "EMAIL", false));
        set("marketer", input("once-" + customer, customer, "EMAIL", true));

        assertThat(reachability(customer, address)).isEqualTo(new Reachability.NoConsent());
        assertThat(post("marketer", SET, Map.of("input", input("once-" + customer, customer, "EMAIL", false)))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("KEY_REUSED");
    }

    @Test
    void letsShoppersSpeakForThemselvesAlone() {
        String key = UUID.randomUUID().toString();
        assertThat(post("shopper", SET, Map.of("input", input(key, "tester", "ALL", false)))
                        .getString("data.setConsent.source"))
                .isEqualTo("SHOPPER");
        assertThat(post("shopper", SET, Map.of("input", input(key + "x", customer, "ALL", false)))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
        assertThat(post("shopper", READ, Map.of("ids", List.of(entity("tester"))))
                        .getBoolean("data._entities[0].consents[0].given"))
                .isFalse();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        Map<String, Object> blank = input("", customer, "ALL", true);
        assertThat(post("marketer", SET, Map.of("input", blank)).getString("errors[0].extensions.field"))
                .isEqualTo("input.key");
        Map<String, Object> nobody = input("k", " ", "ALL", true);
        assertThat(post("marketer", SET, Map.of("input", nobody)).getString("errors[0].extensions.field"))
                .isEqualTo("input.customer");
    }

    @Test
    void blocksTheAddressOfWhoUnsubscribesUntilANewConsent() {
        set("marketer", input("a-" + customer, customer, "EMAIL", true));
        assertThat(reachability(customer, address)).isEqualTo(new Reachability.Reachable(address));

        inTransaction(tx ->
                consents.withdraw(tx, contact(customer, address), ConsentScope.EMAIL, ConsentSource.UNSUBSCRIBE_LINK));
        assertThat(reachability(customer, address)).isEqualTo(new Reachability.Suppressed(BlockReason.UNSUBSCRIBED));
        assertThat(reachability("another-" + customer, address.toUpperCase(Locale.ROOT)))
                .isEqualTo(new Reachability.Suppressed(BlockReason.UNSUBSCRIBED));

        set("marketer", input("b-" + customer, customer, "EMAIL", true));
        assertThat(reachability(customer, address)).isEqualTo(new Reachability.Reachable(address));
    }

    @Test
    void keepsABounceWhateverIsConsentedTo() {
        inTransaction(tx -> consents.block(tx, contact(customer, address), BlockReason.HARD_BOUNCE));
        set("marketer", input("c-" + customer, customer, "EMAIL", true));

        assertThat(reachability(customer, address)).isEqualTo(new Reachability.Suppressed(BlockReason.HARD_BOUNCE));
    }

    @Test
    void keepsOfTheErasedTheHashOfTheAddressAlone() {
        set("marketer", input("d-" + customer, customer, "EMAIL", true));
        inTransaction(tx ->
                consents.withdraw(tx, contact(customer, address), ConsentScope.EMAIL, ConsentSource.UNSUBSCRIBE_LINK));

        inTransaction(tx -> consents.forget(tx, List.of(sha256(customer))));

        assertThat(reachability("new-" + customer, address))
                .isEqualTo(new Reachability.Suppressed(BlockReason.UNSUBSCRIBED));
        assertThat(count("SELECT count(*) FROM consent WHERE customer_id = '" + customer + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM consent_change WHERE customer_id = '" + customer + "'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM suppression WHERE customer_id = '" + customer + "'"))
                .isZero();
    }

    @Test
    void loadsWhatWasSaidUnderEveryIdOfACustomer() {
        String device = "anon:" + customer;
        set("marketer", input("e-" + customer, device, "EMAIL", true));

        Recipient both = new Recipient(customer, Set.of(customer, device), Map.of("email", address));
        assertThat(reachability(both)).isEqualTo(new Reachability.Reachable(address));

        set("marketer", input("f-" + customer, customer, "EMAIL", false));
        assertThat(reachability(both)).isEqualTo(new Reachability.NoConsent());
    }

    @Test
    void stopsWhatIsQueuedWhenItsRecipientWithdrawsUnderAnotherId() {
        String device = "anon:" + customer;
        Profiles.customer(customer, List.of(customer, device), Map.of());
        BlockedContact queued = contact(customer, address);
        decided(queued);
        set("marketer", input("other-" + customer, "another-" + customer, "EMAIL", false));
        assertThat(standsInTheWay(queued, false)).as("somebody else's word").isFalse();

        set("marketer", input("g-" + customer, device, "EMAIL", false));

        assertThat(standsInTheWay(queued, false)).isTrue();
        assertThat(standsInTheWay(queued, true)).as("takes no consent").isFalse();
        Profiles.away(true);
        try {
            assertThatThrownBy(() -> standsInTheWay(queued, false)).hasMessageContaining("profile-service");
        } finally {
            Profiles.away(false);
        }
    }

    private boolean standsInTheWay(BlockedContact contact, boolean transactional) {
        return consents.standsInTheWay(contact, transactional).await().indefinitely();
    }

    private void decided(BlockedContact contact) {
        inTransaction(tx -> tx.preparedQuery("""
                        WITH about AS (
                            INSERT INTO campaign (id, version, state, definition, changed_by)
                            VALUES ($1, 1, 'ENDED', $3::text::jsonb, 'test') RETURNING id)
                        INSERT INTO contact (
                            id, campaign_id, campaign_version, customer_id, entered_at, decided_at, local_day, decision,
                            status, status_at)
                        SELECT $1, id, 1, $2, now(), now() - interval '1 second', current_date, 'SENT', 'QUEUED', now()
                        FROM about""")
                .execute(Tuple.of(
                        contact.contactId(),
                        contact.customerId(),
                        CampaignJson.write(CampaignInputs.sound(contact.contactId()))))
                .replaceWithVoid());
    }

    private Reachability reachability(String id, String email) {
        return reachability(new Recipient(id, Set.of(id), Map.of("email", email, "consent_email", "true")));
    }

    private Reachability reachability(Recipient recipient) {
        Permissions permissions = database.onConnection(connection -> consents.load(connection, List.of(recipient)))
                .await()
                .indefinitely()
                .getOrDefault(recipient.id(), Permissions.NONE);
        return Reachability.of(Channel.EMAIL, recipient, permissions, consents.policy(), false);
    }

    private void inTransaction(Function<SqlConnection, Uni<Void>> work) {
        database.inTransaction(work).await().indefinitely();
    }

    private long count(String query) {
        return database.onConnection(connection -> connection.query(query).execute())
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }

    private static BlockedContact contact(String customer, String address) {
        return new BlockedContact("contact-of-" + customer, customer, Channel.EMAIL, address);
    }

    private static Map<String, Object> input(String key, String customer, String scope, boolean given) {
        return Map.of("key", key, "customer", customer, "scope", scope, "given", given, "evidence", "form 1");
    }

    private static Map<String, String> entity(String id) {
        return Map.of("__typename", "Customer", "id", id);
    }

    private static void set(String role, Map<String, Object> input) {
        JsonPath answer = post(role, SET, Map.of("input", input));
        assertThat(answer.<Object>get("data.setConsent.given"))
                .as(answer.prettify())
                .isEqualTo(input.get("given"));
    }

    private static JsonPath post(String role, String query, Map<String, ?> variables) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role))
                .header(ServiceTokens.HEADER, TestTokens.ofService("gateway"))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
