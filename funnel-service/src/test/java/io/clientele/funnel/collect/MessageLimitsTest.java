package io.clientele.funnel.collect;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.contract.event.EventType;

import static org.assertj.core.api.Assertions.assertThat;

/** The limits of one message, each at its last value that is taken and the first that is not. */
class MessageLimitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "userId":"%s"                                | 256  | customer_id
            "anonymousId":"%s"                           | 256  | anonymous_id
            "previousId":"%s"                            | 256  | previous_id
            "groupId":"%s"                               | 256  | group_id
            "properties":{"sessionId":"%s"}              | 256  | session_id
            "properties":{"order_id":"%s"}               | 256  | order.id
            "properties":{"products":[{"sku":"%s"}]}     | 256  | product.id
            "context":{"campaign":{"id":"%s"}}           | 256  | campaign.id
            "properties":{"path":"%s"}                   | 8192 | page.path
            "name":"%s"                                  | 8192 | page.title
            "properties":{"referrer":"%s"}               | 8192 | page.referrer
            "properties":{"products":[{"name":"%s"}]}    | 8192 | product.name
            "properties":{"products":[{"brand":"%s"}]}   | 1024 | product.brand
            "properties":{"coupon":"%s"}                 | 1024 | order.coupon
            "channel":"%s"                               | 1024 | channel
            "properties":{"%s":1}                        | 256  | properties
            "traits":{"%s":1}                            | 256  | traits
            """)
    void takesTextsUpToTheirLength(String fields, int limit, String field) {
        String start = "{\"messageId\":\"m\",\"anonymousId\":\"a\",";
        String longest = start + fields.formatted("x".repeat(limit)) + "}";
        String longer = start + fields.formatted("x".repeat(limit + 1)) + "}";

        assertThat(Messages.read(EventType.PAGE, longest)).isInstanceOf(Reading.Valid.class);
        Messages.assertRefused(EventType.PAGE, longer, "TOO_LONG", field);
    }

    @Test
    void takesAMessageUpToItsSize() {
        String start = "{\"messageId\":\"m\",\"userId\":\"u\",\"properties\":{\"a\":\"";
        String fitting = start + "x".repeat(Messages.SIZE_LIMIT - start.length() - 3) + "\"}}";

        assertThat(Messages.read(EventType.PAGE, fitting)).isInstanceOf(Reading.Valid.class);
        Messages.assertRefused(EventType.PAGE, fitting + " ", "TOO_LONG", "message");
    }

    @Test
    void rejectsTooDeepAndTooMany() {
        String deep = "{\"a\":".repeat(17) + "1" + "}".repeat(17);
        StringBuilder wide = new StringBuilder("{\"k\":0");
        for (int i = 1; i <= 500; i++) {
            wide.append(",\"k").append(i).append("\":0");
        }
        String halves = "\"properties\":%s},\"traits\":%s}".formatted(wide, wide);

        Messages.assertRefused(EventType.PAGE, Messages.of("\"properties\":" + deep), "TOO_DEEP", "properties");
        Messages.assertRefused(EventType.PAGE, Messages.of("\"traits\":" + deep), "TOO_DEEP", "traits");
        Messages.assertRefused(EventType.PAGE, Messages.of(halves), "TOO_MANY_KEYS", "properties");
    }

    @Test
    void countsTheBytesOfAMessageId() {
        String message = "{\"userId\":\"u\",\"messageId\":\"%s\"}";
        String longer = message.formatted("\u00e9".repeat(128) + "x");

        assertThat(Messages.read(EventType.PAGE, message.formatted("\u00e9".repeat(128))))
                .isInstanceOf(Reading.Valid.class);
        Messages.assertRefused(EventType.PAGE, longer, "TOO_LONG", "message_id");
        assertThat(((Reading.Invalid) Messages.read(EventType.PAGE, longer)).messageId())
                .isNull();
    }
}
