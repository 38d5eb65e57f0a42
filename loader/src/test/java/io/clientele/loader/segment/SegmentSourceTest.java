package io.clientele.loader.segment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.clientele.loader.EventSources;
import io.clientele.loader.Gathered;
import io.clientele.loader.ImportFormat;

import static org.assertj.core.api.Assertions.assertThat;

class SegmentSourceTest {

    @TempDir
    private Path folder;

    @Test
    void passesAMessageOnByteByByte() throws IOException {
        String odd = "{ \"type\":\"track\" , \"n\":1.10e5,\"messageId\":\"m-1\",\"x\":\"\\u00e9é\"}";
        assertThat(texts(rows(odd))).containsExactly(odd);
    }

    @Test
    void putsInAnIdWhereNoneIsAndAlwaysTheSame() throws IOException {
        List<String> once = texts(rows(" {\"type\":\"page\"}", "{\"type\":\"page\"}", "{}"));
        assertThat(once.get(0)).matches(" \\{\"messageId\":\"segment-1-[0-9a-f]{16}\",\"type\":\"page\"}");
        assertThat(once.get(2)).matches("\\{\"messageId\":\"segment-3-[0-9a-f]{16}\"}");
        assertThat(once).doesNotHaveDuplicates();
        assertThat(texts(rows(" {\"type\":\"page\"}", "{\"type\":\"page\"}", "{}")))
                .isEqualTo(once);
    }

    @Test
    void looksForTheIdOnlyAtTheTop() throws IOException {
        String message =
                texts(rows("{\"properties\":{\"messageId\":\"inner\"}}")).getFirst();
        assertThat(Gathered.json(message).get("messageId").asText()).startsWith("segment-1-");
    }

    @Test
    void reportsLinesThatAreNoMessages() throws IOException {
        Gathered rows = rows(
                "{\"type\":",
                "[1]",
                "{} {}",
                "",
                "{\"messageId\":7}",
                "{\"messageId\":null}",
                "{\"messageId\":\"\"}",
                "{\"a\":\"" + "x".repeat(70_000) + "\"}",
                "{\"messageId\":\"m-9\"}");
        assertThat(rows.bad().stream()
                        .map(bad -> bad.line() + " " + bad.reason().code()))
                .containsExactly(
                        "1 malformed_json",
                        "2 not_an_object",
                        "3 not_an_object",
                        "5 invalid_message_id",
                        "6 invalid_message_id",
                        "7 invalid_message_id",
                        "8 row_too_long");
        assertThat(rows.messages().stream().map(m -> m.line())).containsExactly(9L);
    }

    /** A batch with such a line would be refused whole, and end the load. */
    @Test
    void reportsLinesThatTheCollectorsReaderRefuses() throws IOException {
        Gathered rows = rows(
                "{\"a\":" + nested(998) + "}",
                "{\"a\":1e99999999999}",
                "{\"a\":" + "9".repeat(1_001) + "}",
                "{\"a\":0." + "9".repeat(1_000) + "}",
                "{\"" + "k".repeat(50_001) + "\":1}",
                "{\"a\\ud800\":1}",
                "{\"messageId\":\"m-1\",\"a\":{\"b\":[1e99999999999]}}",
                "{},{}",
                "{}]",
                "\uFEFF{}",
                "{\"messageId\":\"m-11\"}");
        assertThat(rows.bad().stream()
                        .map(bad -> bad.line() + " " + bad.reason().code()))
                .containsExactly(
                        "1 json_beyond_limits",
                        "2 json_beyond_limits",
                        "3 json_beyond_limits",
                        "4 json_beyond_limits",
                        "5 json_beyond_limits",
                        "6 malformed_json",
                        "7 json_beyond_limits",
                        "8 malformed_json",
                        "9 malformed_json",
                        "10 malformed_json");
        assertThat(rows.messages().stream().map(m -> m.line())).containsExactly(11L);
    }

    @Test
    void refusesAnEncodingThatABatchCannotHold() throws IOException {
        Path file = folder.resolve("wide.ndjson");
        Files.write(file, "{\"messageId\":\"m-1\"}".getBytes(StandardCharsets.UTF_16BE));
        assertThat(Gathered.of(EventSources.open(ImportFormat.SEGMENT, file)).badByReason())
                .isEqualTo(Map.of("malformed_json", 1L));
    }

    /** Read by Jackson as it comes, with the mapper's settings that the collector has, within a batch. */
    @Test
    void passesOnWhatTheCollectorsReaderJustTakes() throws IOException {
        List<String> lines = List.of(
                "{\"messageId\":\"m-1\",\"a\":" + nested(997) + "}",
                "{\"messageId\":\"m-2\",\"a\":" + "9".repeat(1_000) + "}",
                "{\"messageId\":\"m-3\",\"a\":1e999999999}",
                "{\"messageId\":\"m-4\",\"" + "k".repeat(32_000) + "\":\"\\ud800\"}");
        List<String> passed = texts(rows(lines.toArray(String[]::new)));
        assertThat(passed).isEqualTo(lines);
        assertThat(Gathered.json("{\"batch\":[" + String.join(",", passed) + "]}")
                        .get("batch"))
                .hasSize(4);
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    @Test
    void readsGzipByItsContentNotByItsName() throws IOException {
        Path file = folder.resolve("packed.ndjson");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("{\"messageId\":\"m-1\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(texts(Gathered.of(EventSources.open(ImportFormat.SEGMENT, file))))
                .containsExactly("{\"messageId\":\"m-1\"}");
    }

    private Gathered rows(String... lines) throws IOException {
        Path file = folder.resolve("messages.ndjson");
        Files.writeString(file, String.join("\n", lines));
        return Gathered.of(EventSources.open(ImportFormat.SEGMENT, file));
    }

    private static List<String> texts(Gathered rows) {
        return rows.messages().stream()
                .map(message -> new String(message.json(), StandardCharsets.UTF_8))
                .toList();
    }
}
