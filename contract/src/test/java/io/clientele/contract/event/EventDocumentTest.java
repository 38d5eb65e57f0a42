package io.clientele.contract.event;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class EventDocumentTest {

    @Test
    void writesEveryFieldUnderItsName() throws IOException {
        JsonNode document = EventDocument.MAPPER.readTree(EventDocument.bytes(Samples.complete()));

        assertThat(document).isEqualTo(EventDocument.MAPPER.readTree("""
                {"@timestamp":"2026-03-01T12:00:00.250Z","received_at":"2026-03-01T12:00:01.250Z",
                 "sent_at":"2026-03-01T11:59:00.250Z","original_timestamp":"2026-03-01T11:58:59.250Z",
                 "message_id":"m-2","type":"track","event":"Order Completed","source":"shop",
                 "customer_id":"u-1","customer_hash":%d,"anonymous_id":"a-1","previous_id":"a-0","group_id":"g-1",
                 "session_id":"s-1","session_hash":%d,"channel":"app",
                 "device":{"type":"ios","os":"iOS 26"},
                 "geo":{"country":"CN","region":"华东","city":"Shanghai","city_tier":"tier_1"},
                 "page":{"path":"/checkout","title":"Checkout","referrer":"https://shop.example/cart",
                         "load_ms":1200,"dwell_ms":45000},
                 "currency":"CNY",
                 "product":[{"id":"p-1","name":"Lipstick","category":"beauty.lips","brand":"Rouge",
                             "price":19990000,"quantity":2},{"id":"p-2"}],
                 "order":{"id":"o-1","hash":%d,"revenue":39980000,"discount":5000000,"coupon":"SAVE5",
                          "payment_method":"card","status":"paid"},
                 "campaign":{"source":"newsletter","medium":"email","name":"spring","id":"c-1"},
                 "customer":{"age_band":"25-34","gender":"female","tier":"loyal","lifecycle":"active","spending":"high"},
                 "failure":{"reason":"insufficient_funds"},
                 "properties":{"gift":true,"weight":1.50,"list":[1,{"deep":null}]},
                 "traits":{"plan":"gold"}}
                """.formatted(
                        Hashes.of("u-1"), Hashes.of("u-1", "s-1"), Hashes.of("u-1", "o-1"))));
    }

    @Test
    void comesBackEqual() throws IOException {
        Event event = Samples.complete();

        assertThat(EventDocument.read(EventDocument.bytes(event))).isEqualTo(event);
    }
}
