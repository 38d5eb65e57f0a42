package io.clientele.profile.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.consumer.CursorMoved;
import io.clientele.consumer.FeedConsumer;
import io.clientele.consumer.ShardPage;
import io.clientele.consumer.ShardReading;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.feed.FeedClient;
import io.clientele.contract.feed.FeedItem;
import io.clientele.database.Database;
import io.clientele.database.DatabaseFailure;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.customer.LoadedCustomer;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.identity.IdentityChange;
import io.clientele.profile.identity.KeyKind;
import io.clientele.profile.identity.RandomShoppers;
import io.clientele.profile.identity.WholeSet;
import io.clientele.profile.portrait.PortraitRules;
import io.clientele.profile.trait.Traits;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.clientele.profile.fold.Shop.aliased;
import static io.clientele.profile.fold.Shop.identified;
import static io.clientele.profile.fold.Shop.now;
import static io.clientele.profile.fold.Shop.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class FoldQuarkusTest {

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    Folding folding;

    @Inject
    FeedClient client;

    @Inject
    FoldConfig config;

    @Inject
    FoldMeters meters;

    @Inject
    IdentityHistory history;

    @Inject
    PortraitRules rules;

    private Shop shop = new Shop("");

    @BeforeEach
    void awaitCursors() {
        shop = new Shop(feed);
        await().ignoreExceptions().until(() -> cursors().size() >= FakeFunnel.SHARDS);
    }

    @AfterEach
    void forgetOwnShards() {
        await().ignoreExceptions().until(() -> {
            sql("DELETE FROM feed_cursor WHERE shard >= 2; DELETE FROM feed_lease WHERE shard >= 2");
            return true;
        });
    }

    @Test
    void givesTheCustomersOfTheWholeSetWhateverTheOrder() {
        for (int seed = 0; seed < 8; seed++) {
            List<Event> events = new RandomShoppers(new Random(seed), "w" + seed + "-", 2 + seed).events(150);
            shop.append(events);
            awaitFolded();

            expectCustomers(events);
        }
    }

    @Test
    void countsEachEventOnceThoughSeveralInstancesFoldTheSameShards() {
        List<FeedConsumer> others =
                IntStream.range(0, 2).mapToObj(i -> consumer("rival-" + i)).toList();
        others.forEach(FeedConsumer::start);
        List<ShardReading> intruders =
                IntStream.range(0, FakeFunnel.SHARDS).mapToObj(this::shardFold).toList();
        List<Event> events = new RandomShoppers(new Random(77), "r-", 9).events(500);

        for (int i = 0; i < events.size(); i += 25) {
            shop.append(events.subList(i, i + 25));
            // These fold without any lease.
            intruders.forEach(intruder -> now(intruder.round()));
        }
        awaitFolded();
        others.forEach(other -> now(other.stop()));

        expectCustomers(events);
    }

    @Test
    void takesOverTheShardsOfAnInstanceThatIsNotHeardOf() {
        FeedConsumer other = consumer("doomed");
        other.start();
        await().until(() -> other.held().size() == 1);
        int shard = other.held().iterator().next();
        other.abandon();
        List<String> devices = IntStream.range(0, 100)
                .mapToObj(i -> "taken-" + i)
                .filter(device -> FakeFunnel.shard(device) == shard)
                .toList();

        devices.forEach(device -> shop.append(viewed("m-" + device, null, device, 1)));
        awaitFolded();

        assertThat(load("anon:" + devices.getLast()).ledger().total("Product Viewed"))
                .isEqualTo(1);
        assertThat(owners()).doesNotContain("doomed");
    }

    @Test
    void refusesPageThatWasFoldedAlready() {
        ShardPage page = pageOfOwnShard(7, viewed("once-1", "once", null, 1));
        now(folding.pages().work(page));

        assertThatThrownBy(() -> now(folding.pages().work(page))).isInstanceOf(CursorMoved.class);
        assertThat(load("once").ledger().total("Product Viewed")).isEqualTo(1);
    }

    @Test
    void mergesTwoCustomersThatShareAnAddressAndWritesDownWhy() {
        shop.append(
                viewed("me-1", "me-user", null, 1),
                viewed("me-2", "me-other", null, 2),
                identified("me-3", "me-user", null, 3, "ME@shop.example"));
        awaitFolded();
        assertThat(load("me-other").ledger().total("Product Viewed")).isEqualTo(1);

        shop.append(identified("me-4", "me-other", null, 4, "me@shop.example"));
        awaitFolded();

        assertThat(find("me-other")).isEqualTo("me-user");
        LoadedCustomer merged = load("me-user");
        assertThat(merged.ledger().total("Product Viewed")).isEqualTo(2);
        assertThat(merged.ids()).containsExactlyInAnyOrder("me-user", "me-other");
        assertThat(now(customers(List.of("me-other")))).isEmpty();
        assertThat(now(history.of("me-other", Long.MAX_VALUE, 10)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.change().kind()).isEqualTo(IdentityChange.Kind.MERGED);
                    assertThat(line.change().into()).isEqualTo("me-user");
                    assertThat(line.change().messageId()).isEqualTo("me-4");
                    assertThat(line.change().source()).isEqualTo("shop");
                });
        await().until(() -> shop.ask("/rekeyed").contains("{\"homeCustomer\":\"me-other\",\"customer\":\"me-user\","));
        await().until(() -> rekeyTasks("me-other") == 0);
    }

    @Test
    void foldsDeviceAnewWhenClaimArrivesBetweenItsEvents() {
        shop.append(
                viewed("sp-1", null, "sp-device", 1),
                viewed("sp-2", null, "sp-device", 10),
                identified("sp-3", "sp-u1", "sp-device", 5, null));
        awaitFolded();
        assertThat(load("sp-u1").ledger().total("Product Viewed")).isEqualTo(2);
        assertThat(now(customers(List.of("anon:sp-device")))).isEmpty();

        shop.append(identified("sp-4", "sp-u2", "sp-device", 7, null));
        awaitFolded();

        assertThat(load("sp-u1").ledger().total("Product Viewed")).isEqualTo(1);
        assertThat(load("sp-u2").ledger().total("Product Viewed")).isEqualTo(1);
        assertThat(load("sp-u1").ids()).contains("anon:sp-device");
        await().until(
                        () -> shop.ask("/rekeyed")
                                .contains(
                                        "{\"homeCustomer\":\"anon:sp-device\",\"from\":\"2026-01-01T00:07:00Z\",\"customer\":\"sp-u2\","));
        await().until(
                        () -> shop.ask("/rekeyed")
                                .contains(
                                        "{\"homeCustomer\":\"anon:sp-device\",\"to\":\"2026-01-01T00:07:00Z\",\"customer\":\"sp-u1\","));
    }

    @Test
    void splitsCustomerWhenWhatJoinedItBelongsToAnother() {
        shop.append(
                identified("sl-1", "sl-5", null, 1, "sl@shop.example"),
                identified("sl-2", "sl-6", "sl-device", 5, null),
                identified("sl-3", null, "sl-device", 10, "sl@shop.example"));
        awaitFolded();
        assertThat(find("sl-6")).isEqualTo("sl-5");

        shop.append(identified("sl-4", "sl-7", "sl-device", 8, null));
        awaitFolded();

        assertThat(find("sl-6")).isEqualTo("sl-6");
        assertThat(find("sl-7")).isEqualTo("sl-5");
        assertThat(now(history.of("sl-6", Long.MAX_VALUE, 1))
                        .getFirst()
                        .change()
                        .kind())
                .isEqualTo(IdentityChange.Kind.SPLIT);
    }

    @Test
    void keepsRingsAndSelfMergesHarmless() {
        shop.append(
                aliased("ri-1", "ri-1", "ri-1", 1),
                aliased("ri-2", "ri-2", "ri-1", 2),
                aliased("ri-3", "ri-3", "ri-2", 3),
                aliased("ri-4", "ri-1", "ri-3", 4));
        awaitFolded();

        assertThat(find("ri-3")).isEqualTo("ri-1");
        assertThat(load("ri-1").ids()).containsExactlyInAnyOrder("ri-1", "ri-2", "ri-3");
    }

    @Test
    void setsAsideWhatCannotBeFoldedAndGoesOn() {
        ObjectNode huge = JsonNodeFactory.instance.objectNode();
        IntStream.range(0, 300).forEach(i -> huge.put("t" + i, i));
        shop.appendRaw("{\"message_id\":\"po-1\",\"customer_id\":\"po\",\"type\":\"nonsense\"}");
        shop.append(
                Event.builder("po-2", EventType.IDENTIFY, CustomerId.of("po", null), Shop.at(2), "shop")
                        .traits(FreeFields.of("traits", huge))
                        .build(),
                viewed("po-3", "po", null, 3));
        awaitFolded();

        assertThat(load("po").ledger().total("Product Viewed")).isEqualTo(1);
        assertThat(load("po").traits()).isEqualTo(Traits.EMPTY);
        Map<String, String> poison = poison("po-%");
        assertThat(poison).containsOnlyKeys("po-1", "po-2");
        assertThat(poison.get("po-2")).startsWith("TOO_MANY_TRAITS");
    }

    @Test
    void dropsOldEventsOfErasedCustomersAndTakesNewOnes() {
        Instant erasedAt = Shop.at(5).receivedAt();
        now(database.inTransaction(transaction ->
                Erasures.record(transaction, List.of(Stretch.whole("er-1"), Stretch.whole("anon:er-2")), erasedAt)));

        shop.append(
                viewed("er-m1", "er-1", null, 1),
                viewed("er-m2", null, "er-2", 2),
                viewed("er-m3", "er-3", null, 3),
                viewed("er-m4", "er-1", null, 6));
        awaitFolded();

        assertThat(load("er-1").ledger().total("Product Viewed")).isEqualTo(1);
        assertThat(load("er-3").ledger().total("Product Viewed")).isEqualTo(1);
        assertThat(now(customers(List.of("anon:er-2")))).isEmpty();
    }

    @Test
    void doesNothingByHalvesWhileTheDatabaseTakesNoWrites() {
        ShardPage page = pageOfOwnShard(8, identified("ro-1", "ro-1", "ro-device", 1, "ro@shop.example"));
        try (ReadOnlyPostgres _ = ReadOnlyPostgres.begin()) {
            await().untilAsserted(() -> assertThatThrownBy(
                            () -> now(folding.pages().work(page)))
                    .isInstanceOfSatisfying(
                            DatabaseFailure.ReadOnly.class,
                            failure -> assertThat(failure.code()).isEqualTo("DATABASE_READ_ONLY")));
            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(now(customers(List.of("ro-1")))).isEmpty());
        }
        await().ignoreExceptions().until(() -> {
            now(folding.pages().work(page));
            return true;
        });
        assertThat(load("ro-1").traits().text("email")).isEqualTo("ro@shop.example");
    }

    @Test
    void reviewsCustomerWhoseTimeHasCome() {
        shop.append(viewed("rv-1", "rv", null, 1));
        awaitFolded();
        long version = load("rv").version();

        sql("UPDATE customer SET next_review_at = now() - interval '1 hour' WHERE id = 'rv'");

        await().until(() -> load("rv").version() > version);
        assertThat(load("rv").portrait().nextReviewAt()).isAfter(Instant.now());
    }

    private void expectCustomers(List<Event> events) {
        Map<String, Set<String>> expected = new WholeSet(events, EnumSet.allOf(KeyKind.class)).customers();
        Map<String, Event> byMessage = new LinkedHashMap<>();
        events.forEach(event -> byMessage.put(event.messageId(), event));
        Set<String> homes = new TreeSet<>();
        events.forEach(event -> homes.add(event.customer().value()));
        Map<String, LoadedCustomer> stored = new TreeMap<>();
        now(customers(homes)).forEach(customer -> stored.put(customer.id(), customer));

        assertThat(stored.keySet()).isEqualTo(expected.keySet());
        expected.forEach((id, messages) -> {
            List<Event> own = messages.stream().map(byMessage::get).toList();
            Traits traits = Traits.EMPTY;
            for (Event event : own) {
                traits = traits.plus(event);
            }
            LoadedCustomer customer = Objects.requireNonNull(stored.get(id));
            assertThat(customer.ledger())
                    .isEqualTo(Ledger.EMPTY.plus(own, rules.facts().zone()));
            assertThat(customer.traits()).isEqualTo(traits);
        });
    }

    private FeedConsumer consumer(String owner) {
        return new FeedConsumer(owner, database, client, folding.pages(), config.settings(), meters);
    }

    private ShardReading shardFold(int shard) {
        return new ShardReading(shard, database, client, folding.pages(), config.settings(), meters);
    }

    /** A page of a shard that the feed knows nothing of, so that only the test folds it. */
    private ShardPage pageOfOwnShard(int shard, Event event) {
        sql("INSERT INTO feed_cursor (consumer, shard, cursor) VALUES ('profile', " + shard + ", '"
                + FakeFunnel.cursor(shard, -1) + "')");
        return new ShardPage(
                FakeFunnel.cursor(shard, -1),
                FakeFunnel.cursor(shard, 0),
                List.of(new FeedItem.Delivered(0, event)),
                List.of());
    }

    private Uni<List<LoadedCustomer>> customers(Collection<String> ids) {
        return database.onConnection(connection -> customers.load(connection, ids));
    }

    private LoadedCustomer load(String id) {
        return now(customers(List.of(id))).getFirst();
    }

    private String find(String anyId) {
        return String.valueOf(now(database.onConnection(connection -> customers.find(connection, List.of(anyId))))
                .get(anyId));
    }

    private void awaitFolded() {
        String[] sizes = shop.ask("/end").split(" ", -1);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<String> cursors = cursors();
            return IntStream.range(0, FakeFunnel.SHARDS)
                    .allMatch(shard -> cursors.contains(FakeFunnel.cursor(shard, Long.parseLong(sizes[shard]) - 1)
                            .value()));
        });
    }

    private List<String> cursors() {
        return texts("SELECT cursor FROM feed_cursor ORDER BY shard");
    }

    private List<String> owners() {
        return texts("SELECT owner FROM feed_lease");
    }

    private long rekeyTasks(String home) {
        return texts("SELECT home FROM rekey_task WHERE home = '" + home + "'").size();
    }

    private Map<String, String> poison(String like) {
        Map<String, String> poison = new TreeMap<>();
        now(database.onConnection(connection -> connection
                        .preparedQuery("SELECT message_id, reason FROM feed_poison WHERE message_id LIKE $1")
                        .execute(Tuple.of(like))))
                .forEach(row -> poison.put(row.getString(0), row.getString(1)));
        return poison;
    }

    private List<String> texts(String query) {
        List<String> texts = new ArrayList<>();
        for (Row row :
                now(database.onConnection(connection -> connection.query(query).execute()))) {
            texts.add(row.getString(0));
        }
        return texts;
    }

    private void sql(String statement) {
        now(database.onConnection(connection -> connection.query(statement).execute()));
    }
}
