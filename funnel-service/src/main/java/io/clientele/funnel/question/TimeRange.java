package io.clientele.funnel.question;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A half-open range of time.
 *
 * @param from the first instant inside; from the year 1 to 9999
 * @param to the first instant after it; later than {@code from}
 */
public record TimeRange(Instant from, Instant to) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** The range of an argument {@code input} with the fields {@code from} and {@code to}; see {@link #of}. */
    public static TimeRange ofInput(Instant from, Instant to) {
        return of("input.", from, to);
    }

    /**
     * The range between two arguments, either of which may be missing.
     *
     * @param path what stands before {@code from} and {@code to} in the names of the arguments
     * @throws io.clientele.edge.CodedException {@code INVALID_RANGE}
     */
    public static TimeRange of(String path, @Nullable Instant from, @Nullable Instant to) {
        Instant start = from == null ? EARLIEST : inCalendar(path + "from", from);
        Instant end = to == null ? LATEST : inCalendar(path + "to", to);
        if (!start.isBefore(end)) {
            throw invalid(path + "to", "must be later than " + path + "from");
        }
        return new TimeRange(start, end);
    }

    private static Instant inCalendar(String field, Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw invalid(field, "must be between the years 1 and 9999");
        }
        return instant;
    }

    private static RuntimeException invalid(String field, String reason) {
        return new QuestionFailure.InvalidRange(field, field + " " + reason + ".").exception();
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    /** The first whole millisecond inside. What is stored has whole milliseconds, so a finer bound is rounded up. */
    public long fromMillis() {
        return ceiling(from);
    }

    /** The first whole millisecond after the range. */
    public long toMillis() {
        return ceiling(to);
    }

    /** The query for documents whose time lies inside. */
    public ObjectNode query(String timeField) {
        ObjectNode query = untilQuery(timeField);
        ((ObjectNode) query.required("range").required(timeField)).put("gte", fromMillis());
        return query;
    }

    /** The query for documents whose time lies inside or before. */
    public ObjectNode untilQuery(String timeField) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("range").putObject(timeField).put("lt", toMillis()).put("format", "epoch_millis");
        return query;
    }

    private static long ceiling(Instant instant) {
        return instant.plusNanos(999_999).toEpochMilli();
    }
}
