package io.clientele.contract.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.RandomEvents;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventCopyTest {

    private static final CustomerId DEVICE = CustomerId.of(null, "a-1");
    private static final CustomerId USER = CustomerId.of("u-1", null);

    @Property(tries = 500)
    void isTheDocumentThatTheCustomersOwnEventWouldHave(@ForAll long seed) throws IOException {
        Event event = new RandomEvents(new Random(seed)).next("m-1");
        for (CustomerId customer : List.of(USER, CustomerId.of(null, "a-2"), event.customer())) {
            ObjectNode home = tree(EventDocument.bytes(event));
            ObjectNode untouched = home.deepCopy();
            ObjectNode copy = EventCopy.document(home, customer, 7);

            Event read = EventDocument.read(copy);
            assertThat(read.customer().value()).isEqualTo(customer.value());
            assertThat(copy.path("home_customer_id").textValue())
                    .isEqualTo(event.customer().value());
            assertThat(copy.path("decision").longValue()).isEqualTo(7);
            ObjectNode own = tree(EventDocument.bytes(read));
            // What the message itself says of the device stays, whomever the event belongs to.
            copy.remove(List.of("home_customer_id", "decision", "anonymous_id"));
            own.remove("anonymous_id");
            assertThat(copy.toString()).isEqualTo(own.toString());
            assertThat(home).isEqualTo(untouched);
        }
    }

    @Test
    void keepsFieldsOfLaterVersions() {
        ObjectNode home = (ObjectNode) Samples.tree("{\"customer_id\":\"u\",\"new\":{\"a\":1.50}}");
        assertThat(EventCopy.document(home, USER, 0).path("new")).hasToString("{\"a\":1.50}");
    }

    @Test
    void hasAnIdOfItsOwnForEachHomeAndCustomer() {
        assertThat(Set.of(
                        EventCopy.id("m", DEVICE, USER),
                        EventCopy.id("m", DEVICE, DEVICE),
                        EventCopy.id("m", USER, USER),
                        EventCopy.id("m", CustomerId.of("a-1", null), USER),
                        EventCopy.id("n", DEVICE, USER)))
                .hasSize(5);
        assertThat(EventCopy.id("m", DEVICE, CustomerId.of("u-1", "a-9")))
                .as("whatever device the customer came with")
                .isEqualTo(EventCopy.id("m", DEVICE, USER));
        assertThat(EventCopy.messageId(EventCopy.id("m", DEVICE, USER))).isEqualTo("m");
    }

    @Test
    void hasAnIdThatNoMessageCanHaveAndElasticsearchTakes() {
        CustomerId longest = CustomerId.of("客".repeat(256), null);
        String id = EventCopy.id("m".repeat(256), longest, longest);
        assertThat(id.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(512);
        Refusals.refuses(
                () -> Event.builder(
                                EventCopy.id("m", DEVICE, USER), EventType.TRACK, USER, Samples.at(Samples.NOON), "s")
                        .name("A")
                        .build(),
                InvalidEvent.Code.INVALID_TEXT,
                "message_id");
        assertThatIllegalArgumentException().isThrownBy(() -> EventCopy.messageId("m"));
    }

    @Test
    void leavesTombstoneWithWholeHome() {
        ObjectNode home = (ObjectNode)
                Samples.tree(
                        "{\"message_id\":\"m\",\"@timestamp\":\"2026-03-01T12:00:00Z\",\"received_at\":\"2026-03-01T12:00:01Z\",\"customer_id\":\"anon:a-1\",\"new\":1}");
        assertThat(Tombstone.moved(home, 42, USER, 3))
                .hasToString(Samples.tree("""
                        {"tombstone": true, "message_id": "m", "@timestamp": "2026-03-01T12:00:00Z",
                         "received_at": "2026-03-01T12:00:01Z", "customer_id": "u-1",
                         "home_customer_id": "anon:a-1", "home_seq_no": 42, "decision": 3,
                         "home": {"message_id": "m", "@timestamp": "2026-03-01T12:00:00Z",
                          "received_at": "2026-03-01T12:00:01Z", "customer_id": "anon:a-1", "new": 1}}
                        """).toString());
        assertThat(Tombstone.erased("m"))
                .isEqualTo(Samples.tree("{\"tombstone\":true,\"message_id\":\"m\",\"erased\":true}"));
    }

    private static ObjectNode tree(byte[] json) throws IOException {
        return (ObjectNode) EventDocument.MAPPER.readTree(json);
    }
}
