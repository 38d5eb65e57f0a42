package io.clientele.edge.graphql;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.edge.testing.TestTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
class FailureQuarkusTest {

    private final LogCapture log = new LogCapture();

    @BeforeEach
    void listen() {
        Logger.getLogger(ErrorCoding.class.getName()).addHandler(log);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger(ErrorCoding.class.getName()).removeHandler(log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "refusedLater"})
    void tellsClientWhatItCanActOn(String field) {
        query("{ " + field + " }")
                .statusCode(200)
                .body("errors.size()", equalTo(1))
                .body("errors[0].message", equalTo("A window fills 100%."))
                .body("errors[0].path", equalTo(List.of(field)))
                .body("errors[0].extensions.code", equalTo("WINDOW_TOO_LONG"))
                .body("errors[0].extensions.field", equalTo("input.window"));
        assertThat(log.records).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "brokenLater", "outOfMemory"})
    void masksFaultAndLogsItOnce(String field) {
        query("{ " + field + " }")
                .statusCode(200)
                .body(not(containsString("secret")))
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("INTERNAL"))
                .body("errors[0].extensions.field", nullValue());
        assertThat(log.records)
                .singleElement()
                .satisfies(entry -> assertThat(entry.getThrown()).hasStackTraceContaining("secret of the house"));
    }

    @Test
    void answersTheRestOfQueryOfWhichOneFieldFails() {
        query("{ half(whole: 4) refused }")
                .body("data.half", equalTo(2))
                .body("data.refused", nullValue())
                .body("errors[0].extensions.code", equalTo("WINDOW_TOO_LONG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ half(whole: \"x\") }", "{ half(whole: 4.5) }", "{ half }", "subscription { half }"})
    void codesWhatDoesNotFitSchema(String document) {
        query(document)
                .statusCode(200)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"));
        assertThat(log.records).isEmpty();
    }

    @Test
    void codesVariableThatDoesNotFitSchema() {
        post(Map.of("query", "query($w: Int!) { half(whole: $w) }", "variables", Map.of("w", "x")))
                .statusCode(200)
                .body("errors.size()", equalTo(1))
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"));
        assertThat(log.records).isEmpty();
    }

    @Test
    void codesOperationNameThatDocumentDoesNotHave() {
        post(Map.of("query", "query a { half(whole: 4) }", "operationName", "b"))
                .statusCode(200)
                .body("errors[0].extensions.code", equalTo("GRAPHQL_VALIDATION"));
    }

    private static ValidatableResponse query(String document) {
        return post(Map.of("query", document));
    }

    private static ValidatableResponse post(Map<String, Object> request) {
        return given().header("Authorization", "Bearer " + TestTokens.token("analyst"))
                .contentType("application/json")
                .body(request)
                .post("/graphql")
                .then();
    }

    private static final class LogCapture extends Handler {

        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
