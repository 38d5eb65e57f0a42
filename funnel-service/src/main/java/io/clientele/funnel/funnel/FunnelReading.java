package io.clientele.funnel.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.clientele.contract.condition.EventCondition;
import io.clientele.edge.condition.ConditionInput;
import io.clientele.edge.funnel.FunnelAnchor;
import io.clientele.edge.funnel.FunnelBreakdownInput;
import io.clientele.edge.funnel.FunnelEntity;
import io.clientele.edge.funnel.FunnelInput;
import io.clientele.edge.funnel.FunnelStepInput;
import io.clientele.funnel.question.TimeRange;

/** Reads a funnel that a client wrote, the argument {@code input}. */
final class FunnelReading {

    private FunnelReading() {}

    /**
     * The question that the input asks.
     *
     * @throws io.clientele.edge.CodedException naming what cannot be computed
     */
    static FunnelQuestion question(FunnelInput input) {
        FunnelBreakdownInput breakdown = input.breakdown();
        return new FunnelQuestion(
                steps(input.steps()),
                Window.parse(input.window()),
                Optional.ofNullable(input.anchor()).orElse(FunnelAnchor.ANY),
                Optional.ofNullable(input.strictIncrease()).orElse(false),
                Optional.ofNullable(input.entity()).orElse(FunnelEntity.CUSTOMER),
                TimeRange.ofInput(input.from(), input.to()),
                breakdown == null ? null : breakdown(breakdown));
    }

    private static Breakdown breakdown(FunnelBreakdownInput input) {
        Integer limit = input.limit();
        return new Breakdown(input.field(), limit == null ? Breakdown.DEFAULT_LIMIT : limit);
    }

    private static List<Step> steps(List<FunnelStepInput> inputs) {
        List<Step> steps = new ArrayList<>();
        for (FunnelStepInput input : inputs) {
            int index = steps.size();
            ConditionInput where = input.where();
            String name = input.name();
            steps.add(Step.of(
                    index,
                    input.event(),
                    name == null ? input.event() : name,
                    where == null ? null : condition(index, where)));
        }
        return steps;
    }

    private static EventCondition condition(int index, ConditionInput where) {
        return where.ofEvent("input.steps[" + index + "].where");
    }
}
