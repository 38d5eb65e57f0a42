package io.clientele.campaign.channel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.clientele.campaign.definition.CampaignInputs;
import io.clientele.campaign.definition.CampaignJson;
import io.clientele.campaign.definition.Channel;
import io.clientele.database.Database;
import io.clientele.edge.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Contacts that were decided about, for tests. */
@ApplicationScoped
class TestDeliveries {

    private static final String CAMPAIGN = "delivery-test";

    private final Database database;
    private final Deliveries deliveries;

    TestDeliveries(Database database, Deliveries deliveries) {
        this.database = database;
        this.deliveries = deliveries;
    }

    /** Decides about contacts and queues them; answers their ids. */
    List<String> toWebhook(String webhook, int contacts) {
        List<String> ids = IntStream.range(0, contacts)
                .mapToObj(i -> "c" + UUID.randomUUID())
                .toList();
        inTransaction(tx -> each(tx, ids, Channel.WEBHOOK, "Hello", "Dear customer")
                .chain(() -> deliveries.enqueue(
                        tx,
                        ids.stream()
                                .map(id -> new Queued(id, Channel.WEBHOOK, webhook, null, Instant.now()))
                                .toList())));
        return ids;
    }

    String toAddress(String address, String subject, String body) {
        String id = "c" + UUID.randomUUID();
        inTransaction(tx -> each(tx, List.of(id), Channel.EMAIL, subject, body)
                .chain(() ->
                        deliveries.enqueue(tx, List.of(new Queued(id, Channel.EMAIL, null, address, Instant.now())))));
        return id;
    }

    private static Uni<Void> each(SqlConnection tx, List<String> ids, Channel channel, String subject, String body) {
        return tx.preparedQuery("""
                        INSERT INTO campaign (id, version, state, definition, changed_by)
                        VALUES ($1, 1, 'ENDED', $2::text::jsonb, 'test') ON CONFLICT DO NOTHING""")
                .execute(Tuple.of(CAMPAIGN, CampaignJson.write(CampaignInputs.sound(CAMPAIGN))))
                .chain(() -> tx.preparedQuery("""
                                INSERT INTO contact (id, campaign_id, campaign_version, customer_id, entered_at, decided_at,
                                    local_day, decision, variant, channel, subject, body, link, status, status_at)
                                SELECT id, $2, 1, 'customer-of-' || id, now(), now(), current_date, 'SENT', 'A', $3, $4, $5,
                                    'https://shop.example/cart', 'QUEUED', now()
                                FROM unnest($1::text[]) AS new (id)""")
                        .execute(Tuple.of(ids.toArray(String[]::new), CAMPAIGN, channel.name(), subject, body)))
                .replaceWithVoid();
    }

    <T> T inTransaction(Function<SqlConnection, Uni<T>> work) {
        return database.inTransaction(work).await().indefinitely();
    }

    /** The one value that a statement gives. */
    Object value(String query, Object... arguments) {
        return database.onConnection(
                        connection -> connection.preparedQuery(query).execute(Tuple.from(arguments)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return row.getValue(0);
                })
                .await()
                .indefinitely();
    }

    Object status(String contact) {
        return value("SELECT status FROM contact WHERE id = $1", contact);
    }

    long withStatus(List<String> contacts, String status) {
        return (Long) value(
                "SELECT count(*) FROM contact WHERE id = ANY($1) AND status = $2",
                contacts.toArray(String[]::new),
                status);
    }

    /** Defines a webhook; answers its secret. */
    static String define(String id, String url, String purpose) {
        JsonPath answer = post(
                "marketer",
                """
                mutation($input: DefineWebhookInput!) { defineWebhook(input: $input) { secret url } }""",
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                UUID.randomUUID().toString(),
                                "id",
                                id,
                                "name",
                                "Test",
                                "url",
                                url,
                                "purpose",
                                purpose)));
        assertThat(answer.getString("data.defineWebhook.secret"))
                .as(answer.prettify())
                .startsWith("whsec_");
        return answer.getString("data.defineWebhook.secret");
    }

    static JsonPath post(String role, String query, Map<String, ?> variables) {
        return given().header("Authorization", "Bearer " + TestTokens.token(role))
                .contentType("application/json")
                .body(Map.of("query", query, "variables", variables))
                .post("/graphql")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
