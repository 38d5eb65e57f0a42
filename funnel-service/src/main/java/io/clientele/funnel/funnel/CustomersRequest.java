package io.clientele.funnel.funnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.condition.ConditionJson;
import io.clientele.contract.condition.EventCondition;
import io.clientele.contract.condition.InvalidConditionException;
import io.clientele.edge.condition.ConditionRefusal;
import io.clientele.edge.funnel.FunnelAnchor;
import io.clientele.edge.funnel.FunnelEntity;
import io.clientele.edge.funnel.FunnelOutcome;
import io.clientele.funnel.internal.RequestBody;
import io.clientele.funnel.question.TimeRange;

/**
 * Reads another service's request for a funnel's customers. The funnel has the fields of {@code FunnelInput}, conditions in the
 * form in which they are stored; errors name its fields as those of {@code input}.
 */
final class CustomersRequest {

    private static final String WHERE = "where";

    private CustomersRequest() {}

    static CustomersQuestion read(byte[] bytes) {
        RequestBody body = RequestBody.of(bytes, Set.of("funnel", "step", "outcome", "size", "after"));
        String after = body.optionalText("after");
        return new CustomersQuestion(
                funnel(body.object("funnel")),
                body.number("step", 1, FunnelQuestion.MOST_STEPS),
                body.oneOf("outcome", FunnelOutcome.class),
                body.number("size", 1, CustomersQuestion.MOST),
                after == null ? null : CustomerPlace.of("after", after));
    }

    private static FunnelQuestion funnel(RequestBody funnel) {
        funnel.only(Set.of("steps", "window", "anchor", "strictIncrease", "entity", "from", "to"));
        List<Step> steps = new ArrayList<>();
        for (RequestBody step : funnel.objects("steps", FunnelQuestion.MOST_STEPS)) {
            step.only(Set.of("event", WHERE));
            String event = step.text("event");
            steps.add(Step.of(steps.size(), event, event, where(steps.size(), step.optional(WHERE))));
        }
        return new FunnelQuestion(
                steps,
                Window.parse(funnel.text("window")),
                funnel.oneOf("anchor", FunnelAnchor.class),
                funnel.flag("strictIncrease"),
                funnel.oneOf("entity", FunnelEntity.class),
                TimeRange.ofInput(funnel.requiredInstant("from"), funnel.requiredInstant("to")),
                null);
    }

    private static @Nullable EventCondition where(int index, @Nullable JsonNode where) {
        if (where == null) {
            return null;
        }
        try {
            return new EventCondition(ConditionJson.read(where));
        } catch (InvalidConditionException invalid) {
            throw new ConditionRefusal.RefusedCondition("input.steps[" + index + "]." + WHERE, invalid.failure())
                    .exception();
        }
    }
}
