package io.clientele.profile.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.Condition.And;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.EventProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Condition.Or;
import io.clientele.contract.condition.Condition.Trait;
import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.DailyCounts;
import io.clientele.contract.condition.Operator;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.event.FreeFields;
import io.clientele.profile.counter.ActiveCounters;
import io.clientele.profile.counter.TestCounters;
import io.clientele.profile.customer.Evaluation;
import io.clientele.profile.tag.TagDefinition;
import io.clientele.profile.tag.TagKind;
import io.clientele.profile.tag.TagRules;

import static org.assertj.core.api.Assertions.assertThat;

class FrozenDefinitionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final Condition SHOES = EventProperty.of("product.category", Operator.ANY_OF, "shoes");
    private static final Behaviour VIEWED_SHOES =
            Behaviour.atLeast(2, "Product Viewed").where(SHOES).withinDays(7);
    private static final Counter COUNTER = Counter.of(VIEWED_SHOES);
    private static final ActiveCounters COUNTING = TestCounters.active(Set.of(), Set.of(COUNTER));
    private static final ActiveCounters COUNTED = TestCounters.active(Set.of(COUNTER), Set.of());

    private static final List<TagDefinition> TAGS = List.of(new TagDefinition(
            "shoe-fan", "S", TagKind.RULE, new SegmentCondition(VIEWED_SHOES), 1, Instant.EPOCH, "tester"));
    private static final List<SegmentDefinition> SEGMENTS = List.of(
            segment("fans", VIEWED_SHOES),
            segment("few", new Not(VIEWED_SHOES)),
            segment("not-fans", new Not(new InSegment("fans"))),
            segment("not-not-fans", new Not(new InSegment("not-fans"))),
            segment("untagged", CustomerProperty.of("tags", Operator.NONE_OF, "shoe-fan")),
            segment("tagless", new Not(CustomerProperty.of("tags", Operator.EXISTS))),
            segment("other-tag", new Not(CustomerProperty.of("tags", Operator.ANY_OF, "friend"))),
            segment("all-views", Behaviour.atLeast(1, "Product Viewed")));

    @Test
    void admitsNobodyWhileItIsNotCounted() {
        assertThat(evaluated(COUNTING, Evaluation.NONE).segments()).containsExactlyInAnyOrder("other-tag", "all-views");
        assertThat(TagRules.tags(evaluated(COUNTING, Evaluation.NONE))).isEmpty();
    }

    @Test
    void keepsWhoWasInWhileItIsNotCounted() {
        Evaluation before = new Evaluation(Set.of("shoe-fan", "lost-by-hand"), Set.of("fans", "few"), 3, null);

        CustomerView evaluated = evaluated(COUNTING, before);

        assertThat(evaluated.segments()).containsExactlyInAnyOrder("fans", "few", "other-tag", "all-views");
        assertThat(TagRules.tags(evaluated)).containsExactly("shoe-fan");
    }

    @Test
    void decidesOnceItIsCounted() {
        Evaluation before = new Evaluation(Set.of(), Set.of("few"), 3, null);

        CustomerView evaluated = evaluated(COUNTED, before);

        assertThat(evaluated.segments()).containsExactlyInAnyOrder("fans", "not-not-fans", "other-tag", "all-views");
        assertThat(TagRules.tags(evaluated)).containsExactly("shoe-fan");
    }

    @Test
    void takesACounterThatIsNotKnownForNotCounted() {
        assertThat(evaluated(ActiveCounters.NONE, Evaluation.NONE).segments())
                .containsExactlyInAnyOrder("other-tag", "all-views");
    }

    @Test
    void tellsWhatEachSegmentWaitsFor() {
        Definitions definitions = new Definitions(1, TAGS, SEGMENTS, COUNTING);

        for (String waiting : List.of("fans", "few", "not-fans", "not-not-fans", "untagged", "tagless")) {
            assertThat(definitions.waitingFor(waiting)).as(waiting).containsExactly(COUNTER);
        }
        assertThat(definitions.waitingFor("other-tag")).isEmpty();
        assertThat(definitions.waitingFor("all-views")).isEmpty();
    }

    @Test
    void saysInWordsWhichEventsCount() {
        Condition both = new And(List.of(
                SHOES,
                new Or(List.of(
                        EventProperty.of("product.price", Operator.AT_LEAST, "19.99"),
                        new Not(Trait.of("gender", Operator.EXISTS))))));
        Condition condition = Behaviour.atLeast(2, "Product Viewed").where(both).withinDays(7);

        assertThat(new Words(Language.EN).statement(condition))
                .isEqualTo("“Product Viewed” where (product.category is one of shoes and (product.price is at least"
                        + " 19.99 or not (traits.gender is known))), at least 2 times in the last 7 days");
        assertThat(new Words(Language.ZH).statement(condition))
                .isEqualTo("最近 7 天内“Product Viewed”（其中 （product.category 是 shoes 之一 且 （product.price 不少于"
                        + " 19.99 或 不满足（traits.gender 已知））））至少 2 次");
    }

    private static CustomerView evaluated(ActiveCounters counters, Evaluation before) {
        return new Definitions(1, TAGS, SEGMENTS, counters).evaluate(customer(), Set.of(), Set.of(), before, TODAY);
    }

    /** Who viewed shoes twice. */
    private static CustomerView customer() {
        DailyCounts twice = DailyCounts.of(Map.of(TODAY.toEpochDay(), 2L));
        return new CustomerView(
                "c1", Map.of(), FreeFields.NONE, Map.of(Counter.of("Product Viewed"), twice, COUNTER, twice), Set.of());
    }

    private static SegmentDefinition segment(String id, Condition condition) {
        return new SegmentDefinition(
                id, id, SegmentKind.CONDITION, new SegmentCondition(condition), 1, Instant.EPOCH, "tester");
    }
}
