package io.clientele.profile.erasure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.EventDocument;
import io.clientele.database.Database;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/**
 * Looks through every store for a text, knowing nothing of what is where.
 *
 * @param database answers a query with the texts of its first column
 * @param elasticsearch its host and port
 */
public record Stores(Function<String, List<String>> database, String elasticsearch) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String COLUMNS = """
            SELECT table_name || '.' || column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'bytea', 'jsonb', 'ARRAY')
                AND table_name <> 'flyway_schema_history'
            ORDER BY 1""";

    static Stores of(Database database, String elasticsearch) {
        return new Stores(
                query -> {
                    List<String> texts = new ArrayList<>();
                    database.onConnection(connection -> connection.query(query).execute())
                            .await()
                            .atMost(PATIENCE)
                            .forEach(row -> texts.add(row.getString(0)));
                    return texts;
                },
                elasticsearch);
    }

    /** Every column of PostgreSQL that may hold a text. */
    public List<String> columns() {
        return texts(COLUMNS);
    }

    /** Where the text occurs. */
    public Set<String> naming(String text) {
        Set<String> naming = new TreeSet<>();
        for (String column : columns()) {
            String table = column.substring(0, column.indexOf('.'));
            // A bytea as text is in hexadecimal digits.
            String hex = "encode(convert_to('" + text + "', 'UTF8'), 'hex')";
            if (!texts("SELECT 'x' FROM " + table + " WHERE strpos(" + column + "::text, '" + text + "') > 0 OR strpos("
                            + column + "::text, " + hex + ") > 0")
                    .isEmpty()) {
                naming.add(column);
            }
        }
        for (JsonNode document : documents()) {
            if (document.toString().contains(text)) {
                naming.add(document.path("_index").asText().replaceFirst("-\\d+$", ""));
            }
        }
        return naming;
    }

    public List<String> texts(String query) {
        return database.apply(query);
    }

    /** All that Elasticsearch has, with the routing values. */
    private JsonNode documents() {
        given().baseUri("http://" + elasticsearch).post("/*/_refresh").then().statusCode(200);
        String answer = given().baseUri("http://" + elasticsearch)
                .get("/*/_search?expand_wildcards=all&size=10000")
                .then()
                .statusCode(200)
                .body("hits.total.relation", equalTo("eq"))
                .extract()
                .asString();
        try {
            return EventDocument.MAPPER.readTree(answer).at("/hits/hits");
        } catch (JsonProcessingException broken) {
            throw new AssertionError(answer, broken);
        }
    }

    /** What a store had of a customer, by the proof of its erasure. */
    static long found(JsonNode proof, String store, String kind) {
        for (JsonNode count : proof.path("counts")) {
            if (count.path("store").asText().equals(store)
                    && count.path("kind").asText().equals(kind)) {
                return count.path("found").asLong();
            }
        }
        throw new AssertionError(store + "/" + kind + " is not counted: " + proof);
    }
}
