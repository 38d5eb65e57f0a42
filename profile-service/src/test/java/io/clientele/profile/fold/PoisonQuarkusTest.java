package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.consumer.CursorMoved;
import io.clientele.consumer.ShardPage;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.feed.FeedItem;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.customer.Customers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;

import static io.clientele.profile.fold.Shop.identified;
import static io.clientele.profile.fold.Shop.now;
import static io.clientele.profile.fold.Shop.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Events that look well and on which the computation of their customer fails. */
@QuarkusTest
@TestProfile(PoisonQuarkusTest.Cursed.class)
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class PoisonQuarkusTest {

    /** A shard that the feed knows nothing of, so that only the test folds it. */
    private static final int OWN_SHARD = 9;

    public static class Cursed implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(CursedChanges.class);
        }
    }

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    Folding folding;

    private Shop shop = new Shop("");

    @BeforeEach
    void awaitCursors() {
        shop = new Shop(feed);
        await().ignoreExceptions().until(() -> cursors().size() >= FakeFunnel.SHARDS);
    }

    @Test
    void setsAsideTheEventsThatCannotBeComputedAndFoldsAllOthers() {
        List<Event> events = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> events.add(viewed("is-m" + i, "is-" + i % 5, "is-d" + i % 7, i)));
        events.set(11, cursed("is-m11", "is-1", null));
        events.set(25, cursed("is-m25", "is-0", null));

        try {
            now(folding.pages().work(page(events)));

            assertThat(poison("is-m%"))
                    .isEqualTo(Map.of(
                            "is-m11", "11 IllegalStateException: a curse lies on it",
                            "is-m25", "25 IllegalStateException: a curse lies on it"));
            assertThat(LongStream.range(0, 5).map(i -> views("is-" + i)).sum()).isEqualTo(38);
            assertThat(cursors())
                    .contains(FakeFunnel.cursor(OWN_SHARD, events.size() - 1).value());
            assertThatThrownBy(() -> now(folding.pages().work(page(events)))).isInstanceOf(CursorMoved.class);
        } finally {
            sql("DELETE FROM feed_cursor WHERE shard = " + OWN_SHARD);
        }
    }

    @Test
    void foldsDeviceAnewWithoutWhatWasSetAside() {
        shop.append(
                viewed("rf-1", null, "rf-device", 1),
                cursed("rf-2", null, "rf-device"),
                viewed("rf-3", null, "rf-device", 10),
                identified("rf-4", "rf-u1", "rf-device", 5, null));
        await().until(() -> views("rf-u1") == 2);

        shop.append(identified("rf-5", "rf-u2", "rf-device", 7, null));

        await().until(() -> views("rf-u2") == 1);
        assertThat(views("rf-u1")).isEqualTo(1);
        assertThat(poison("rf-%")).containsOnlyKeys("rf-2");
    }

    private static Event cursed(String messageId, @Nullable String user, @Nullable String device) {
        return Event.builder(messageId, EventType.TRACK, CustomerId.of(user, device), Shop.at(2), "shop")
                .name(CursedChanges.EVENT)
                .build();
    }

    private ShardPage page(List<Event> events) {
        sql("INSERT INTO feed_cursor (consumer, shard, cursor) VALUES ('profile', " + OWN_SHARD + ", '"
                + FakeFunnel.cursor(OWN_SHARD, -1) + "') ON CONFLICT DO NOTHING");
        List<FeedItem.Delivered> delivered = IntStream.range(0, events.size())
                .mapToObj(i -> new FeedItem.Delivered(i, events.get(i)))
                .toList();
        return new ShardPage(
                FakeFunnel.cursor(OWN_SHARD, -1),
                FakeFunnel.cursor(OWN_SHARD, events.size() - 1),
                delivered,
                List.of());
    }

    private long views(String id) {
        return now(database.onConnection(connection -> customers.load(connection, List.of(id)))).stream()
                .mapToLong(customer -> customer.ledger().total("Product Viewed"))
                .sum();
    }

    private Map<String, String> poison(String like) {
        Map<String, String> poison = new TreeMap<>();
        for (Row row : rows(
                "SELECT message_id, position || ' ' || reason FROM feed_poison WHERE message_id LIKE '" + like + "'")) {
            poison.put(row.getString(0), row.getString(1));
        }
        return poison;
    }

    private List<String> cursors() {
        return rows("SELECT cursor FROM feed_cursor").stream()
                .map(row -> row.getString(0))
                .toList();
    }

    private List<Row> rows(String query) {
        List<Row> rows = new ArrayList<>();
        now(database.onConnection(connection -> connection.query(query).execute()))
                .forEach(rows::add);
        return rows;
    }

    private void sql(String statement) {
        rows(statement);
    }
}
