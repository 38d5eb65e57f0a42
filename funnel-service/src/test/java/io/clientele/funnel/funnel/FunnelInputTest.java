package io.clientele.funnel.funnel;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.funnel.question.TimeRange;

import static io.clientele.funnel.question.Questions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class FunnelInputTest {

    private static final Instant FROM = Instant.parse("2019-10-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2019-11-01T00:00:00Z");
    private static final FunnelStepInput VIEWED = new FunnelStepInput("Product Viewed", null, null);

    @Test
    void fillsInDefaults() {
        FunnelQuestion question = input(List.of(VIEWED), null).question();
        assertThat(question.anchor()).isEqualTo(Anchor.ANY);
        assertThat(question.entity()).isEqualTo(Entity.CUSTOMER);
        assertThat(question.strictIncrease()).isFalse();
        assertThat(question.breakdown()).isNull();
        assertThat(question.range()).isEqualTo(new TimeRange(FROM, TO));
    }

    @Test
    void namesStepByItsEventUnlessNamed() {
        List<FunnelStepInput> steps = List.of(VIEWED, new FunnelStepInput("Product Viewed", null, "again"));
        assertThat(input(steps, null).question().steps())
                .extracting(Step::name)
                .containsExactly("Product Viewed", "again");
    }

    @Test
    void breaksDownIntoTwentyFiveValuesByDefault() {
        FunnelInput input = input(List.of(VIEWED), new FunnelBreakdownInput("channel", null));
        assertThat(input.question().breakdown()).isEqualTo(new Breakdown("channel", 25));
    }

    @Test
    void takesThirtyTwoStepsButNotMore() {
        assertThat(input(Collections.nCopies(32, VIEWED), null).question().steps())
                .hasSize(32);
        assertRefused(() -> input(Collections.nCopies(33, VIEWED), null).question(), "TOO_MANY_STEPS", "input.steps");
    }

    @Test
    void refusesNoSteps() {
        assertRefused(() -> input(List.of(), null).question(), "NO_STEPS", "input.steps");
    }

    @Test
    void refusesStepWithoutEvent() {
        assertRefused(
                () -> input(List.of(VIEWED, new FunnelStepInput(" ", null, null)), null)
                        .question(),
                "INVALID_STEP",
                "input.steps[1].event");
    }

    @Test
    void refusesBreakdownByUnknownFieldOrWithoutLimit() {
        assertRefused(
                () -> input(List.of(VIEWED), new FunnelBreakdownInput("nonsense", 5))
                        .question(),
                "UNKNOWN_FIELD",
                "input.breakdown.field");
        assertRefused(
                () -> input(List.of(VIEWED), new FunnelBreakdownInput("channel", 0))
                        .question(),
                "INVALID_LIMIT",
                "input.breakdown.limit");
        assertRefused(
                () -> input(List.of(VIEWED), new FunnelBreakdownInput("channel", 1_001))
                        .question(),
                "INVALID_LIMIT",
                "input.breakdown.limit");
    }

    private static FunnelInput input(List<FunnelStepInput> steps, @Nullable FunnelBreakdownInput breakdown) {
        return new FunnelInput(steps, "P7D", null, null, null, FROM, TO, breakdown);
    }
}
