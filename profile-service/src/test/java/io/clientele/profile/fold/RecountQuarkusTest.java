package io.clientele.profile.fold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.contract.event.Event;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.counter.Counters;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.profile.identity.RandomShoppers;
import io.clientele.profile.part.Parts;
import io.clientele.profile.portrait.PortraitRules;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

import static io.clientele.profile.fold.CounterShop.viewed;
import static io.clientele.profile.fold.CounterShop.views;
import static io.clientele.profile.fold.Shop.identified;
import static io.clientele.profile.fold.Shop.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Counting past events, step by step, with whatever may come between two steps. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
@WithTestResource(CounterStack.class)
class RecountQuarkusTest {

    @Inject
    CounterShop shop;

    @Inject
    Recount recount;

    @Inject
    Database database;

    @Inject
    Histories histories;

    @Inject
    Counters counters;

    @Inject
    PortraitRules rules;

    @Inject
    FoldConfig foldConfig;

    @Inject
    RecountConfig config;

    @BeforeEach
    void begin() {
        await().ignoreExceptions().until(() -> shop.number("SELECT count(*) FROM feed_cursor") >= FakeFunnel.SHARDS);
    }

    @AfterEach
    void forget() {
        shop.forget();
    }

    @Test
    void countsEventsFromBeforeAndAfterTheDefinition() {
        List<Event> events = new ArrayList<>(List.of(
                viewed("ba-1", "ba-a", null, 1, "shoes"),
                viewed("ba-2", "ba-a", null, 2, "hats"),
                viewed("ba-3", "ba-b", null, 3, "shoes")));
        shop.fold(events);
        shop.define("ba", views("shoes", Map.of("atLeast", 2)));
        List<Event> during =
                List.of(viewed("ba-4", "ba-b", null, 4, "shoes"), viewed("ba-5", "ba-c", null, 5, "shoes"));
        shop.fold(during);
        assertThat(shop.members("ba", "ba-a", "ba-b", "ba-c")).isEmpty();
        assertThat(shop.counting("ba")).hasSize(2);

        shop.count();

        assertThat(shop.counting("ba")).isEmpty();
        assertThat(shop.members("ba", "ba-a", "ba-b", "ba-c")).containsExactly("ba-b");
        List<Event> after = List.of(viewed("ba-6", "ba-c", null, 6, "shoes"), viewed("ba-7", "ba-a", null, 7, "hats"));
        shop.fold(after);
        assertThat(shop.members("ba", "ba-a", "ba-b", "ba-c")).containsExactly("ba-b", "ba-c");
        events.addAll(during);
        events.addAll(after);
        shop.expectLedgers(events);
    }

    @Test
    void catchesUpWithWhatHasChangedSinceItWasRead() {
        List<Event> events = new ArrayList<>(
                List.of(viewed("ch-1", "ch-a", null, 1, "shoes"), viewed("ch-2", "ch-b", null, 2, "shoes")));
        shop.fold(events);
        shop.define("ch", views("shoes", Map.of("atLeast", 1)));
        List<String> homes = List.of("ch-a", "ch-b");
        List<HomeRecount> counted = now(recount.counted(homes));
        Event between = viewed("ch-3", "ch-a", null, 3, "shoes");
        shop.fold(between);
        events.add(between);

        now(recount.store(homes, counted));

        assertThat(countedTo("ch-b")).isEqualTo(shop.newest());
        assertThat(countedTo("ch-a")).isEqualTo(shop.newest());
        shop.expectLedgers(events);
        shop.count();
        assertThat(shop.members("ch", "ch-a", "ch-b")).containsExactly("ch-a", "ch-b");
    }

    @Test
    void countsOnThoughThePersonWasMergedAndTheDeviceTakenOverMeanwhile() {
        List<Event> events = new ArrayList<>(List.of(
                viewed("mg-1", null, "mg-device", 1, "shoes"),
                viewed("mg-2", null, "mg-device", 10, "shoes"),
                identified("mg-3", "mg-a", "mg-device", 5, null),
                viewed("mg-4", "mg-b", null, 6, "shoes")));
        shop.fold(events);
        shop.define("mg", views("shoes", Map.of("atLeast", 1)));
        List<String> homes = List.of("mg-a", "mg-b", "anon:mg-device");
        List<HomeRecount> counted = now(recount.counted(homes));
        List<Event> between = List.of(
                identified("mg-5", "mg-c", "mg-device", 7, null),
                identified("mg-6", "mg-a", null, 8, "mg@shop.example"),
                identified("mg-7", "mg-b", null, 9, "mg@shop.example"));
        shop.fold(between);
        events.addAll(between);

        now(recount.store(homes, counted));
        assertThat(countedTo("mg-b"))
                .as("being merged keeps nobody from being counted")
                .isEqualTo(shop.newest());
        shop.count();

        assertThat(shop.members("mg", "mg-a", "mg-b", "mg-c")).containsExactly("mg-a", "mg-c");
        shop.expectLedgers(events);
    }

    @Test
    void isNotInForceWhileAFoldWritesBackWhatItHadLoadedBefore() {
        Event first = viewed("st-1", "st-a", null, 1, "shoes");
        shop.fold(first);
        shop.define("st", views("shoes", Map.of("atLeast", 1)));

        long meanwhile = now(database.inTransaction(fold -> IdentityLock.shared(fold)
                .chain(() -> Parts.ofHomes(fold, List.of("st-a")))
                .chain(loaded -> countEverything()
                        .chain(() -> fold.query("SELECT counted_to FROM part WHERE home = 'st-a'")
                                .execute())
                        .map(rows -> rows.iterator().next().getLong(0))
                        .call(() -> Parts.write(fold, loaded)))));

        assertThat(meanwhile).isEqualTo(shop.newest());
        assertThat(countedTo("st-a")).isLessThan(shop.newest());
        now(recount.finish());
        assertThat(shop.counting("st")).hasSize(2);
        shop.count();
        assertThat(shop.members("st", "st-a")).containsExactly("st-a");
        shop.expectLedgers(List.of(first));
    }

    @Test
    void takesOverWhatADeadInstanceWasCounting() {
        List<Event> events = IntStream.range(0, 8)
                .mapToObj(i -> viewed("dd-" + i, "dd-" + i % 4, null, i, i % 3 == 0 ? "hats" : "shoes"))
                .toList();
        shop.fold(events);
        shop.define("dd", views("shoes", Map.of("atLeast", 1)));
        Recount dead = other();
        List<String> taken = now(dead.take(shop.newest()));
        List<String> others = now(dead.take(shop.newest()));
        assertThat(others).isNotEmpty().doesNotContainAnyElementsOf(taken);
        // It dies right after taking some homes, and when it has counted others.
        now(dead.counted(others));

        shop.count();

        shop.expectLedgers(events);
        assertThat(shop.members("dd", "dd-0", "dd-1", "dd-2", "dd-3")).containsExactly("dd-0", "dd-1", "dd-2", "dd-3");
    }

    @Test
    void countsTheSameWhateverComesBetweenAnyTwoSteps() {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            String prefix = "rn" + seed + "-";
            List<Event> events = new RandomShoppers(random, prefix, 3).events(120);
            List<Recount> instances = List.of(recount, other());
            List<Runnable> steps = new ArrayList<>();
            int from = 0;
            while (from < events.size()) {
                List<Event> page = events.subList(from, Math.min(events.size(), from + 1 + random.nextInt(30)));
                steps.add(() -> shop.fold(page));
                from += page.size();
            }
            // Definitions come and go between pages, and between the steps of counting.
            for (Runnable step : steps) {
                if (random.nextInt(2) == 0) {
                    String device = prefix + "d" + random.nextInt(3);
                    shop.define(prefix + random.nextInt(3), random.nextInt(4) == 0 ? viewsEver() : viewsOn(device));
                }
                halfARound(instances.get(random.nextInt(2)), random, step);
            }
            shop.count();

            shop.expectLedgers(events);
            shop.forget();
        }
    }

    /** A round that may end after any of its steps, with a page folded between two of them. */
    private void halfARound(Recount instance, Random random, Runnable page) {
        int foldAt = random.nextInt(3);
        int endAt = random.nextInt(5);
        List<String> homes = now(instance.take(shop.counters().highest()));
        if (foldAt == 0) {
            page.run();
        }
        List<HomeRecount> counted = endAt > 0 ? now(instance.counted(homes)) : List.of();
        if (foldAt == 1) {
            page.run();
        }
        if (endAt > 1) {
            now(instance.store(homes, counted));
        }
        if (foldAt == 2) {
            page.run();
        }
        if (endAt > 2) {
            now(instance.finish());
        }
    }

    private static Map<String, ?> viewsEver() {
        return Map.of("behaviour", Map.of("event", "Product Viewed", "atLeast", 1));
    }

    private static Map<String, ?> viewsOn(String device) {
        Map<String, ?> where =
                Map.of("property", Map.of("field", "anonymous_id", "operator", "ANY_OF", "values", List.of(device)));
        return Map.of("behaviour", Map.of("event", "Product Viewed", "where", where));
    }

    private Uni<Void> countEverything() {
        return recount.counted(List.of("st-a")).chain(counted -> recount.store(List.of("st-a"), counted));
    }

    private Recount other() {
        return new Recount(database, histories, counters, rules, foldConfig, config);
    }

    private long countedTo(String home) {
        return shop.number("SELECT min(counted_to) FROM part WHERE home = '" + home + "'");
    }
}
