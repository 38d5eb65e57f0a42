package io.clientele.edge.log;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;

class JsonLinesTest {

    private final JsonLines lines = new JsonLines("funnel-service");

    @Test
    void writesOneObjectALineWithWhatOperatorsSearchBy() {
        String line = lines.format(line("It says \"no\"\nand more"));
        assertThat(line).endsWith("\n").hasLineCount(1);
        JsonPath json = JsonPath.from(line);
        assertThat(json.getString("message")).isEqualTo("It says \"no\"\nand more");
        assertThat(json.getString("level")).isEqualTo("WARN");
        assertThat(json.getString("logger")).isEqualTo("io.clientele.some.Place");
        assertThat(json.getString("service")).isEqualTo("funnel-service");
        assertThat(Instant.from(OffsetDateTime.parse(json.getString("timestamp"))))
                .isEqualTo("2026-03-01T12:00:00Z");
        assertThat(json.getMap("")).doesNotContainKeys("traceId", "spanId");
    }

    @Test
    void namesTheTraceThatALineBelongsTo() {
        ExtLogRecord line = line("within");
        line.putMdc("traceId", "0af7651916cd43dd8448eb211c80319c");
        line.putMdc("spanId", "b7ad6b7169203331");
        JsonPath json = JsonPath.from(lines.format(line));
        assertThat(json.getString("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(json.getString("spanId")).isEqualTo("b7ad6b7169203331");
    }

    @Test
    void keepsAFailureInTheSameLine() {
        ExtLogRecord line = line("failed");
        line.setThrown(new IllegalStateException("broken", new RuntimeException("why")));
        String text = lines.format(line);
        assertThat(text).hasLineCount(1);
        assertThat(JsonPath.from(text).getString("stackTrace"))
                .contains(
                        "IllegalStateException: broken", "Caused by: java.lang.RuntimeException: why", "JsonLinesTest");
    }

    private static ExtLogRecord line(String message) {
        ExtLogRecord line = new ExtLogRecord(Level.WARN, message, JsonLinesTest.class.getName());
        line.setLoggerName("io.clientele.some.Place");
        line.setInstant(Instant.parse("2026-03-01T12:00:00Z"));
        return line;
    }
}
