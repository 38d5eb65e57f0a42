package io.clientele.funnel.funnel;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.clientele.edge.funnel.FunnelAnchor;
import io.clientele.edge.funnel.FunnelBreakdownInput;
import io.clientele.edge.funnel.FunnelEntity;
import io.clientele.edge.funnel.FunnelInput;
import io.clientele.edge.funnel.FunnelStepInput;
import io.clientele.funnel.question.TimeRange;

import static io.clientele.funnel.question.Questions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class FunnelReadingTest {

    private static final Instant FROM = Instant.parse("2019-10-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2019-11-01T00:00:00Z");
    private static final FunnelStepInput VIEWED = new FunnelStepInput("Product Viewed", null, null);

    @Test
    void fillsInDefaults() {
        FunnelQuestion question = question(List.of(VIEWED), null);
        assertThat(question.anchor()).isEqualTo(FunnelAnchor.ANY);
        assertThat(question.entity()).isEqualTo(FunnelEntity.CUSTOMER);
        assertThat(question.strictIncrease()).isFalse();
        assertThat(question.breakdown()).isNull();
        assertThat(question.range()).isEqualTo(new TimeRange(FROM, TO));
    }

    @Test
    void namesStepByItsEventUnlessNamed() {
        List<FunnelStepInput> steps = List.of(VIEWED, new FunnelStepInput("Product Viewed", null, "again"));
        assertThat(question(steps, null).steps()).extracting(Step::name).containsExactly("Product Viewed", "again");
    }

    @Test
    void breaksDownIntoTwentyFiveValuesByDefault() {
        assertThat(question(List.of(VIEWED), new FunnelBreakdownInput("channel", null))
                        .breakdown())
                .isEqualTo(new Breakdown("channel", 25));
    }

    @Test
    void takesThirtyTwoStepsButNotMore() {
        assertThat(question(Collections.nCopies(32, VIEWED), null).steps()).hasSize(32);
        assertRefused(() -> question(Collections.nCopies(33, VIEWED), null), "TOO_MANY_STEPS", "input.steps");
    }

    @Test
    void refusesNoSteps() {
        assertRefused(() -> question(List.of(), null), "NO_STEPS", "input.steps");
    }

    @Test
    void refusesStepWithoutEvent() {
        assertRefused(
                () -> question(List.of(VIEWED, new FunnelStepInput(" ", null, null)), null),
                "INVALID_STEP",
                "input.steps[1].event");
    }

    @Test
    void refusesBreakdownByUnknownFieldOrWithoutLimit() {
        assertRefused(
                () -> question(List.of(VIEWED), new FunnelBreakdownInput("nonsense", 5)),
                "UNKNOWN_FIELD",
                "input.breakdown.field");
        assertRefused(
                () -> question(List.of(VIEWED), new FunnelBreakdownInput("channel", 0)),
                "INVALID_LIMIT",
                "input.breakdown.limit");
        assertRefused(
                () -> question(List.of(VIEWED), new FunnelBreakdownInput("channel", 1_001)),
                "INVALID_LIMIT",
                "input.breakdown.limit");
    }

    private static FunnelQuestion question(List<FunnelStepInput> steps, @Nullable FunnelBreakdownInput breakdown) {
        return FunnelReading.question(new FunnelInput(steps, "P7D", null, null, null, FROM, TO, breakdown));
    }
}
