package io.clientele.funnel.collect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.clientele.contract.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything here is received at noon of 2026-03-01. */
class MessageTimesTest {

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            none,                  none,                  2026-03-01T12:00:00Z
            2026-03-01T11:00:00Z,  none,                  2026-03-01T11:00:00Z
            2026-03-01T13:00:00Z,  none,                  2026-03-01T12:00:00Z
            none,                  2026-03-01T11:00:00Z,  2026-03-01T12:00:00Z
            2026-03-01T11:00:00Z,  2026-03-01T11:00:10Z,  2026-03-01T11:59:50Z
            2031-07-09T11:00:00Z,  2031-07-09T11:00:10Z,  2026-03-01T11:59:50Z
            1999-07-09T11:00:00Z,  1999-07-09T11:00:10Z,  2026-03-01T11:59:50Z
            2026-03-01T11:00:10Z,  2026-03-01T11:00:00Z,  2026-03-01T12:00:00Z
            """)
    void correctsTheClientsClockAndNeverLooksAhead(String original, String sent, String happened) {
        JsonNode stored = Messages.stored(
                EventType.PAGE, Messages.of(fields("timestamp", original) + "," + fields("sentAt", sent)));

        assertThat(stored.path("@timestamp").asText()).isEqualTo(happened);
        assertThat(stored.path("received_at").asText()).isEqualTo(Messages.RECEIVED.toString());
        assertThat(stored.path("original_timestamp").textValue()).isEqualTo(original);
        assertThat(stored.path("sent_at").textValue()).isEqualTo(sent);
    }

    @Test
    void takesTheOriginalTimestampBeforeTheTimestamp() {
        String both =
                fields("timestamp", "2026-01-01T00:00:00Z") + "," + fields("originalTimestamp", "2026-02-01T00:00:00Z");

        assertThat(Messages.stored(EventType.PAGE, Messages.of(both))
                        .path("original_timestamp")
                        .asText())
                .isEqualTo("2026-02-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            2026-03-01T11:00:10Z, 2026-03-01T11:00:20Z, 2026-03-01T11:00:10Z
            none,                 2026-03-01T11:00:20Z, 2026-03-01T11:00:20Z
            none,                 none,                 none
            """)
    void takesTheTimeOfSendingFromTheMessageBeforeTheBatch(String own, String batch, String stored) {
        JsonNode around = batch == null ? MissingNode.getInstance() : TextNode.valueOf(batch);
        Reading reading = Messages.read(EventType.PAGE, Messages.of(fields("sentAt", own)), around);

        assertThat(Messages.document(reading).path("sent_at").textValue()).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z,           2026-01-31T12:00:00Z",
        "2026-01-31T12:00Z,              2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00+08:00,      2026-01-31T04:00:00Z",
        "2026-01-31T12:00:00-0330,       2026-01-31T15:30:00Z",
        "2026-01-31T12:00:00+08,         2026-01-31T04:00:00Z",
        "2026-01-31T12:00:00.1239999Z,   2026-01-31T12:00:00.123Z",
        "2026-01-31T12:00:00.123Z,       2026-01-31T12:00:00.123Z",
        "2024-02-29T23:59:59.999Z,       2024-02-29T23:59:59.999Z",
        "1970-01-01T00:00:00Z,           1970-01-01T00:00:00Z",
    })
    void readsOffsetsAndCutsToTheMillisecond(String written, String stored) {
        assertThat(Messages.stored(EventType.PAGE, Messages.of(fields("timestamp", written)))
                        .path("original_timestamp")
                        .asText())
                .isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-01-31",
                "2026-01-31T12:00:00",
                "2026-02-30T12:00:00Z",
                "2026-01-31T12:00:00Z+0800",
                "2026-01-31T12:00:00 CET",
                "1767225600000"
            })
    void rejectsWhatIsNoTimeWithAnOffset(String written) {
        Messages.assertRefused(
                EventType.PAGE,
                Messages.of(fields("originalTimestamp", written)),
                "INVALID_VALUE",
                "original_timestamp");
        Messages.assertRefused(EventType.PAGE, Messages.of(fields("sentAt", written)), "INVALID_VALUE", "sent_at");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "timestamp":7                                                      | INVALID_TYPE | original_timestamp
            "originalTimestamp":"2026-01-01T00:00:00Z","timestamp":7           | INVALID_TYPE | original_timestamp
            "sentAt":{}                                                        | INVALID_TYPE | sent_at
            "timestamp":"1969-12-31T23:59:59Z"                                 | OUT_OF_RANGE | original_timestamp
            "timestamp":"+10000-01-01T00:00:00Z"                               | OUT_OF_RANGE | original_timestamp
            "sentAt":"1969-12-31T23:59:59Z"                                    | OUT_OF_RANGE | sent_at
            "timestamp":"1970-01-01T00:00:00Z","sentAt":"2030-01-01T00:00:00Z" | OUT_OF_RANGE | @timestamp
            """)
    void rejectsTimesOfAnotherTypeOrOutOfRange(String fields, String code, String field) {
        Messages.assertRefused(EventType.PAGE, Messages.of(fields), code, field);
    }

    @Test
    void rejectsAnItemForTheBatchsTimeOnlyIfItHasNoneItself() {
        JsonNode wrong = TextNode.valueOf("soon");
        String own = Messages.of(fields("sentAt", "2026-03-01T11:00:00Z"));

        assertThat(Messages.read(EventType.PAGE, own, wrong)).isInstanceOf(Reading.Valid.class);
        Messages.assertRefused(Messages.read(EventType.PAGE, Messages.of(""), wrong), "INVALID_VALUE", "sent_at");
    }

    private static String fields(String key, String time) {
        return "\"%s\":%s".formatted(key, time == null ? "null" : "\"" + time + "\"");
    }
}
