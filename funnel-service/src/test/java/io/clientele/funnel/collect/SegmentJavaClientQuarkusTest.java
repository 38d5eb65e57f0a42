package io.clientele.funnel.collect;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.TrackMessage;

import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.StoreProbe;
import io.clientele.funnel.TestShop;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Segment's own Java client, told nothing but our address. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class SegmentJavaClientQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ConfigProperty(name = "quarkus.elasticsearch.hosts")
    String elasticsearch;

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @TestHTTPResource("/")
    String address;

    private final String id = UUID.randomUUID().toString();

    @Test
    void deliversItsEvents() throws InterruptedException {
        Deliveries deliveries = new Deliveries(2);
        Analytics client = Analytics.builder(TestShop.WRITE_KEY)
                .endpoint(address)
                .flushInterval(1, TimeUnit.SECONDS)
                .callback(deliveries)
                .build();
        client.enqueue(IdentifyMessage.builder()
                .messageId("identify-" + id)
                .userId("segment-java")
                .traits(Map.of("gender", "female")));
        client.enqueue(TrackMessage.builder("Order Completed")
                .messageId("track-" + id)
                .userId("segment-java")
                .properties(Map.of(
                        "order_id",
                        "o-1",
                        "revenue",
                        19.99,
                        "currency",
                        "EUR",
                        "products",
                        List.of(Map.of("product_id", "p-1", "price", 19.99, "quantity", 1)))));
        client.flush();
        assertThat(deliveries.all.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        client.shutdown();

        JsonNode order =
                new StoreProbe(elasticsearch).byMessageId("track-" + id).at("/0/_source");
        assertThat(order.at("/event").asText()).isEqualTo("Order Completed");
        assertThat(order.at("/customer_id").asText()).isEqualTo("segment-java");
        assertThat(order.at("/order/revenue").asLong()).isEqualTo(19_990_000L);
        assertThat(order.at("/currency").asText()).isEqualTo("EUR");
        assertThat(order.at("/product/0/id").asText()).isEqualTo("p-1");
        assertThat(new StoreProbe(elasticsearch)
                        .byMessageId("identify-" + id)
                        .at("/0/_source/traits/gender")
                        .asText())
                .isEqualTo("female");
    }

    /** Counts what the client believes to be delivered. */
    private static final class Deliveries implements Callback {

        private final CountDownLatch all;

        Deliveries(int messages) {
            all = new CountDownLatch(messages);
        }

        @Override
        public void success(Message message) {
            all.countDown();
        }

        @Override
        public void failure(Message message, Throwable cause) {
            throw new AssertionError("not delivered: " + message.type(), cause);
        }
    }
}
