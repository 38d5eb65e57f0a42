package io.clientele.profile.fold;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.event.Event;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.profile.fold.CounterShop.viewed;
import static io.clientele.profile.fold.CounterShop.views;
import static io.clientele.profile.fold.Shop.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Segments and tags that ask for behaviours with a condition on their events, as marketers see them. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
@WithTestResource(CounterStack.class)
class CountersQuarkusTest {

    private static final String PREVIEW =
            "query($condition: ConditionInput!) { previewSegment(condition: $condition) { size sample { id } } }";
    private static final String FILTER =
            "query($filter: ConditionInput!) { customers(filter: $filter) { edges { node { id } } } }";

    @Inject
    CounterShop shop;

    @Inject
    Recount recount;

    @BeforeEach
    void begin() {
        await().ignoreExceptions().until(() -> shop.number("SELECT count(*) FROM feed_cursor") >= FakeFunnel.SHARDS);
    }

    @AfterEach
    void forget() {
        shop.forget();
    }

    @Test
    void keepsWhoWasAMemberUntilANewDefinitionIsCounted() {
        shop.fold(
                viewed("rd-1", "rd-a", null, 1, "shoes"),
                viewed("rd-2", "rd-b", null, 2, "hats"),
                viewed("rd-3", "rd-c", null, 3, "hats"));
        shop.define("rd", views("hats", Map.of("atLeast", 1)));
        shop.count();
        assertThat(shop.members("rd", "rd-a", "rd-b", "rd-c")).containsExactly("rd-b", "rd-c");

        shop.define("rd", views("shoes", Map.of("atLeast", 1)));
        shop.fold(viewed("rd-4", "rd-b", null, 4, "shoes"), viewed("rd-5", "rd-d", null, 5, "shoes"));
        shop.awaitEvaluated();
        assertThat(shop.members("rd", "rd-a", "rd-b", "rd-c", "rd-d")).containsExactly("rd-b", "rd-c");

        shop.count();
        assertThat(shop.members("rd", "rd-a", "rd-b", "rd-c", "rd-d")).containsExactly("rd-a", "rd-b", "rd-d");
    }

    @Test
    void neverAdmitsAnybodyByHalfACount() {
        shop.fold(IntStream.range(0, 6)
                .mapToObj(i -> viewed("hf-" + i, "hf-" + i % 3, null, i, "shoes"))
                .toList());
        shop.define("hf-few", views("shoes", Map.of("atMost", 1)));
        shop.define("hf-not", Map.of("not", views("shoes", Map.of("atLeast", 2))));
        shop.define("hf-other", Map.of("not", Map.of("segment", "hf-few")));
        String[] all = {"hf-0", "hf-1", "hf-2"};

        for (int step = 0; step < 4 && !shop.counting("hf-few").isEmpty(); step++) {
            shop.fold(viewed("hf-x" + step, "hf-0", null, 9, "hats"));
            shop.awaitEvaluated();
            assertThat(shop.members("hf-few", all)).isEmpty();
            assertThat(shop.members("hf-not", all)).isEmpty();
            assertThat(shop.members("hf-other", all)).isEmpty();
            now(recount.round());
        }

        shop.count();
        assertThat(shop.members("hf-few", all)).isEmpty();
        assertThat(shop.members("hf-not", all)).isEmpty();
        assertThat(shop.members("hf-other", all)).containsExactly(all);
    }

    @Test
    void beginsAnewWhereACounterCameOutOfUse() {
        List<Event> before = List.of(viewed("rt-1", "rt-a", null, 1, "shoes"));
        shop.fold(before);
        shop.define("rt", views("shoes", Map.of("atLeast", 2)));
        shop.count();
        long first = shop.newest();
        shop.define("rt", Map.of("trait", Map.of("name", "nobody", "operator", "EXISTS")));
        assertThat(shop.counters().byNumber()).isEmpty();
        List<Event> between = List.of(viewed("rt-2", "rt-a", null, 2, "shoes"));
        shop.fold(between);
        assertThat(shop.load(List.of("rt-a")).values())
                .singleElement()
                .satisfies(customer ->
                        assertThat(customer.ledger().dailyCounts(first).total()).isZero());

        shop.define("rt", views("shoes", Map.of("atLeast", 2)));
        assertThat(shop.newest()).isGreaterThan(first);
        shop.count();

        assertThat(shop.members("rt", "rt-a")).containsExactly("rt-a");
        shop.expectLedgers(List.of(before.getFirst(), between.getFirst()));
    }

    @Test
    void answersQuestionsAboutAllCustomersOnceTheIndexKnowsTheCounts() {
        shop.fold(
                viewed("pv-1", "pv-a", null, 1, "boots"),
                viewed("pv-2", "pv-a", null, 2, "boots"),
                viewed("pv-3", "pv-b", null, 3, "boots"),
                viewed("pv-4", "pv-c", null, 4, "hats"));
        Map<String, ?> twice = views("boots", Map.of("atLeast", 2));
        Map<String, ?> once = views("boots", Map.of("atLeast", 1, "atMost", 1));
        assertThat(shop.refusal(PREVIEW, Map.of("condition", twice))).isEqualTo("BEHAVIOUR_NOT_COUNTED condition");
        assertThat(shop.refusal(FILTER, Map.of("filter", once))).isEqualTo("BEHAVIOUR_NOT_COUNTED filter");
        shop.define("pv", twice);
        assertThat(shop.refusal(PREVIEW, Map.of("condition", twice))).isEqualTo("BEHAVIOUR_NOT_COUNTED condition");

        shop.count();
        await().ignoreExceptions()
                .until(() -> shop.number("SELECT count(*) FROM counter WHERE retired_at IS NULL AND indexed_at IS NULL")
                        == 0);

        // As soon as it answers, it answers right; another number of times of the same is no other counter.
        assertThat(shop.ask(PREVIEW, Map.of("condition", twice))
                        .at("/previewSegment/size")
                        .asLong())
                .isEqualTo(1);
        assertThat(shop.ask(PREVIEW, Map.of("condition", once))
                        .at("/previewSegment/sample/0/id")
                        .asText())
                .isEqualTo("pv-b");
        JsonNode found = shop.ask(FILTER, Map.of("filter", twice)).at("/customers/edges");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/node/id").asText()).isEqualTo("pv-a");
    }

    @Test
    void tagsWhoARuleCountsOf() {
        shop.fold(viewed("tg-1", "tg-a", null, 1, "shoes"), viewed("tg-2", "tg-b", null, 2, "hats"));
        shop.defineTag("shoe-fan", views("shoes", Map.of("atLeast", 1)));
        JsonNode counting = shop.ask(
                "{ tags { id counting { done total } } tag(id: \"shoe-fan\") { counting { total } } }", Map.of());
        assertThat(counting.at("/tag/counting/total").asLong()).isPositive();
        assertThat(counting.at("/tags/0/counting/total").asLong())
                .isEqualTo(counting.at("/tag/counting/total").asLong());
        shop.awaitEvaluated();
        assertThat(tagged("tg-a", "tg-b")).isEmpty();

        shop.count();

        assertThat(tagged("tg-a", "tg-b")).containsExactly("tg-a");
        assertThat(shop.ask("{ tag(id: \"shoe-fan\") { counting { total } } }", Map.of())
                        .at("/tag/counting")
                        .isNull())
                .isTrue();
    }

    private List<String> tagged(String... ids) {
        return shop.load(List.of(ids)).values().stream()
                .filter(customer -> customer.evaluation().tags().contains("shoe-fan"))
                .map(customer -> customer.id())
                .toList();
    }

    @Test
    void explainsWhichEventsWereCounted() {
        shop.fold(viewed("ex-1", "ex-a", null, 1, "shoes"), viewed("ex-2", "ex-a", null, 2, "hats"));
        shop.define("ex", views("shoes", Map.of("atLeast", 2)));
        String explain =
                "{ explain(customer: \"ex-a\", segment: \"ex\") { holds counted sentence parts { condition actual } } }";
        assertThat(shop.ask(explain, Map.of()).at("/explain/counted").asBoolean())
                .isFalse();

        shop.count();

        JsonNode explained = shop.ask(explain, Map.of()).path("explain");
        assertThat(explained.path("counted").asBoolean()).isTrue();
        assertThat(explained.path("sentence").asText())
                .isEqualTo(
                        "ex-a does not belong to Segment ex: “Product Viewed” where product.category is one of shoes,"
                                + " at least 2 times (it has 1): no.");
        assertThat(explained.at("/parts/0/condition").asText()).contains("\"where\"", "product.category");
        assertThat(explained.at("/parts/0/actual/0").asText()).isEqualTo("1");
    }

    @Test
    void refusesMoreThanEachEventIsCountedBy() {
        List<Map<String, ?>> many = IntStream.range(0, 65)
                .<Map<String, ?>>mapToObj(i -> views("category " + i, Map.of("atLeast", 1)))
                .toList();
        shop.define("mn", Map.of("or", many.subList(0, 60)));

        assertThat(shop.refusal(
                        "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                        Map.of("input", CounterShop.definition("mn2", "CONDITION", Map.of("or", many)))))
                .isEqualTo("TOO_MANY_COUNTERS input.condition");

        assertThat(shop.counters().byNumber()).hasSize(60);
        assertThat(shop.refusal(
                        "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                        Map.of(
                                "input",
                                CounterShop.definition(
                                        "mn3",
                                        "CONDITION",
                                        Map.of("behaviour", Map.of("event", "X", "where", Map.of("segment", "mn")))))))
                .isEqualTo("WRONG_SCOPE input.condition");
    }
}
