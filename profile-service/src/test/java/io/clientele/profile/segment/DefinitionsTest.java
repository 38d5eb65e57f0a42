package io.clientele.profile.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.contract.condition.Condition;
import io.clientele.contract.condition.Condition.Behaviour;
import io.clientele.contract.condition.Condition.CustomerProperty;
import io.clientele.contract.condition.Condition.InSegment;
import io.clientele.contract.condition.Condition.Not;
import io.clientele.contract.condition.Counter;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.condition.DailyCounts;
import io.clientele.contract.condition.Operator;
import io.clientele.contract.condition.SegmentCondition;
import io.clientele.contract.event.FreeFields;
import io.clientele.edge.CodedException;
import io.clientele.profile.counter.ActiveCounters;
import io.clientele.profile.customer.Evaluation;
import io.clientele.profile.tag.TagDefinition;
import io.clientele.profile.tag.TagKind;
import io.clientele.profile.tag.TagRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DefinitionsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final Condition ACTIVE = Behaviour.atLeast(2, "Page Viewed").withinDays(10);

    @Test
    void evaluatesSegmentsAfterThoseThatTheyAskFor() {
        Definitions definitions = new Definitions(
                1,
                List.of(rule("busy", ACTIVE)),
                List.of(
                        segment("a", new Not(new InSegment("b"))),
                        segment("b", new InSegment("c")),
                        segment("c", CustomerProperty.of("tags", Operator.ANY_OF, "busy", "friend")),
                        segment("list", null)),
                ActiveCounters.NONE);

        assertThat(definitions
                        .evaluate(customer(2), Set.of(), Set.of(), Evaluation.NONE, TODAY)
                        .segments())
                .containsExactlyInAnyOrder("b", "c");
        assertThat(definitions
                        .evaluate(customer(1), Set.of(), Set.of("list"), Evaluation.NONE, TODAY)
                        .segments())
                .containsExactlyInAnyOrder("a", "list");
        assertThat(definitions
                        .evaluate(customer(1), Set.of("friend"), Set.of(), Evaluation.NONE, TODAY)
                        .segments())
                .containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void tagsByHandAndByRule() {
        Definitions definitions = new Definitions(1, List.of(rule("busy", ACTIVE)), List.of(), ActiveCounters.NONE);

        assertThat(TagRules.tags(definitions.evaluate(customer(2), Set.of("friend"), Set.of(), Evaluation.NONE, TODAY)))
                .containsExactly("busy", "friend");
    }

    @Test
    void comesBackWhenTimeCouldChangeAnAnswer() {
        Definitions definitions = new Definitions(1, List.of(), List.of(segment("a", ACTIVE)), ActiveCounters.NONE);

        // Viewed yesterday: of the ten days that begin then, the last is in eight days.
        assertThat(definitions.nextChange(customer(2), TODAY)).contains(TODAY.plusDays(9));
        assertThat(definitions.nextChange(customer(2), TODAY.plusDays(9))).isEmpty();
        assertThat(new Definitions(1, List.of(rule("busy", ACTIVE)), List.of(), ActiveCounters.NONE)
                        .nextChange(customer(2), TODAY))
                .contains(TODAY.plusDays(9));
    }

    @Test
    void refusesRingsNamingThem() {
        CodedException refusal = catchThrowableOfType(
                CodedException.class,
                () -> SegmentGraph.order(List.of(
                        segment("x", new InSegment("a")),
                        segment("a", new InSegment("b")),
                        segment("b", new Not(new InSegment("a"))))));

        assertThat(refusal.code()).isEqualTo("SEGMENT_CYCLE");
        assertThat(refusal.getMessage()).contains("a -> b -> a");
    }

    @Test
    void refusesSegmentsThatDoNotExist() {
        CodedException refusal = catchThrowableOfType(
                CodedException.class, () -> SegmentGraph.order(List.of(segment("x", new InSegment("a")))));

        assertThat(refusal.code()).isEqualTo("UNKNOWN_SEGMENT");
    }

    @Test
    void changesFromWhatWasToWhatIs() {
        assertThat(Membership.changes("c", Set.of("a", "b", "c"), Set.of("b", "d", "e")))
                .containsExactly(
                        new Membership("c", "a", false),
                        new Membership("c", "c", false),
                        new Membership("c", "d", true),
                        new Membership("c", "e", true));
    }

    private static CustomerView customer(long viewed) {
        return new CustomerView(
                "c1",
                Map.of(),
                FreeFields.NONE,
                Map.of(
                        Counter.of("Page Viewed"),
                        DailyCounts.of(Map.of(TODAY.minusDays(1).toEpochDay(), viewed))),
                Set.of());
    }

    private static TagDefinition rule(String id, Condition condition) {
        return new TagDefinition(id, id, TagKind.RULE, new SegmentCondition(condition), 1, Instant.EPOCH, "tester");
    }

    private static SegmentDefinition segment(String id, @Nullable Condition condition) {
        return new SegmentDefinition(
                id,
                id,
                condition == null ? SegmentKind.MANUAL : SegmentKind.CONDITION,
                condition == null ? null : new SegmentCondition(condition),
                1,
                Instant.EPOCH,
                "tester");
    }
}
