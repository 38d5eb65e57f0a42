package io.clientele.profile.segment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.database.Database;
import io.clientele.edge.ServiceTokens;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class MembershipApiQuarkusTest {

    private static final String STREAM = "/internal/v1/memberships";

    @Inject
    Database database;

    @Inject
    TestCustomers customers;

    @Inject
    ServiceTokens tokens;

    @BeforeEach
    void clear() {
        await().ignoreExceptions().until(() -> {
            customers.clear();
            return true;
        });
    }

    @Test
    void tellsEveryChangeOnceInOrderFromWhereTheReaderLeftOff() {
        change("a", true);
        change("b", true);
        change("a", false);
        List<String> told = new ArrayList<>();
        String cursor = cursor("start");
        while (told.size() < 3) {
            Page page = read(cursor, 1, 20_000);
            assertThat(page.behind()).isEqualTo(2 - told.size());
            told.addAll(page.changes());
            cursor = page.cursor();
        }
        assertThat(told).containsExactly("1 a true", "2 b true", "3 a false");
        assertThat(read(cursor, 10, 0)).isEqualTo(new Page(List.of(), cursor, 0));
        change("c", true);
        assertThat(read(cursor, 10, 20_000).changes()).containsExactly("4 c true");
        assertThat(read(cursor, 10, 20_000).changes())
                .as("reading moves nothing")
                .containsExactly("4 c true");
    }

    @Test
    void beginsNowWhenAskedTo() {
        change("a", true);
        await().until(() -> !read(cursor("start"), 10, 0).changes().isEmpty());
        String now = cursor("now");
        change("b", true);
        assertThat(read(now, 10, 20_000).changes()).containsExactly("2 b true");
    }

    @Test
    void saysThatTheHistoryIsAnother() {
        change("a", true);
        String cursor = read(cursor("start"), 10, 20_000).cursor();
        sql("UPDATE membership_stream SET position = 0");
        refused(cursor, 409, "STREAM_HISTORY_CHANGED");
        sql("UPDATE membership_stream SET position = 1");
        assertThat(read(cursor, 10, 0).changes()).isEmpty();
        sql("UPDATE membership_stream SET history = gen_random_uuid()::text");
        refused(cursor, 409, "STREAM_HISTORY_CHANGED");
        refused("no-cursor", 400, "INVALID_CURSOR");
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 10001", "limit, x", "waitMs, -1", "waitMs, 60001", "waitMs, 99999999999999999999"})
    void namesTheFieldThatItRefuses(String field, String value) {
        Map<String, String> wrong = new HashMap<>(Map.of("cursor", cursor("start"), "limit", "1", "waitMs", "0"));
        wrong.put(field, value);
        service()
                .queryParams(wrong)
                .get(STREAM)
                .then()
                .statusCode(400)
                .body("error.code", equalTo("INVALID_VALUE"))
                .body("error.field", equalTo(field));
        service().get(STREAM + "/cursor?from=elsewhere").then().statusCode(400).body("error.field", equalTo("from"));
    }

    @Test
    void isForServicesOnly() {
        for (RequestSpecification caller : List.of(given(), given().auth().oauth2(TestTokens.token("admin")))) {
            caller.get(STREAM + "/cursor?from=start").then().statusCode(401);
            caller.get(STREAM + "?cursor=x&limit=1&waitMs=0").then().statusCode(401);
        }
    }

    private record Page(List<String> changes, String cursor, long behind) {}

    private Page read(String cursor, int limit, int waitMs) {
        String body = ask(cursor, limit, waitMs)
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
        List<JsonNode> lines =
                new ArrayList<>(body.lines().map(MembershipApiQuarkusTest::json).toList());
        JsonNode last = lines.removeLast();
        return new Page(
                lines.stream()
                        .map(line -> line.path("position").asLong() + " "
                                + line.path("customer").asText() + " "
                                + line.path("entered").asText())
                        .toList(),
                last.path("cursor").asText(),
                last.path("behind").asLong());
    }

    private void refused(String cursor, int status, String code) {
        ask(cursor, 1, 0).statusCode(status).body("error.code", equalTo(code)).body("error.field", equalTo("cursor"));
    }

    private ValidatableResponse ask(String cursor, int limit, int waitMs) {
        return service()
                .queryParams(Map.of("cursor", cursor, "limit", limit, "waitMs", waitMs))
                .get(STREAM)
                .then();
    }

    private String cursor(String from) {
        return service()
                .get(STREAM + "/cursor?from=" + from)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("cursor");
    }

    private RequestSpecification service() {
        return given().auth().oauth2(tokens.issue());
    }

    private void change(String customer, boolean entered) {
        sql("INSERT INTO membership_change (customer_id, segment_id, entered) VALUES ('" + customer + "', 's', "
                + entered + ")");
    }

    private void sql(String statement) {
        database.onConnection(connection -> connection.query(statement).execute())
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static JsonNode json(String line) {
        try {
            return EventDocument.MAPPER.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(line, broken);
        }
    }
}
