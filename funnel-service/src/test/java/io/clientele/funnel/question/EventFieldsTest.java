package io.clientele.funnel.question;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.clientele.funnel.question.Questions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class EventFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"channel", "device.type", "geo.city_tier", "product.brand", "failure.reason", "properties.color"
            })
    void groupsByTextAndOpenFields(String name) {
        assertThat(EventFields.groupable("input.breakdown.field", name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "device",
                "properties",
                "properties.",
                "order.revenue",
                "@timestamp",
                "customer_hash",
                "message_id",
                "_id",
                "channel*"
            })
    void refusesUnknownAndUngroupable(String name) {
        assertRefused(
                () -> EventFields.groupable("input.breakdown.field", name), "UNKNOWN_FIELD", "input.breakdown.field");
    }
}
