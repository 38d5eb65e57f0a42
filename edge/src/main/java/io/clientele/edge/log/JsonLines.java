package io.clientele.edge.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;

import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Writes each record as a JSON object on a line of its own: {@code timestamp} (ISO 8601 in UTC), {@code level}, {@code
 * logger}, {@code message}, {@code service}, {@code thread}, within a trace its {@code traceId} and {@code spanId}, and of a
 * failure its {@code stackTrace}.
 *
 * <p>The log manager's own formatter for JSON is of no use here: a packaged service loads it where it cannot see a JSON
 * library.
 */
final class JsonLines extends ExtFormatter {

    private static final String[] TRACE = {"traceId", "spanId"};

    private final JsonGeneratorFactory generators = Json.createGeneratorFactory(Map.of());
    private final String service;

    JsonLines(String service) {
        this.service = service;
    }

    @Override
    public String format(ExtLogRecord line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = generators.createGenerator(text)) {
            json.writeStartObject();
            json.write("timestamp", line.getInstant().toString());
            json.write("level", line.getLevel().getName());
            json.write("logger", String.valueOf(line.getLoggerName()));
            json.write("message", String.valueOf(formatMessage(line)));
            json.write("service", service);
            json.write("thread", String.valueOf(line.getThreadName()));
            for (String key : TRACE) {
                String value = line.getMdc(key);
                if (value != null) {
                    json.write(key, value);
                }
            }
            if (line.getThrown() != null) {
                json.write("stackTrace", stackTrace(line.getThrown()));
            }
            json.writeEnd();
        }
        return text.append('\n').toString();
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
