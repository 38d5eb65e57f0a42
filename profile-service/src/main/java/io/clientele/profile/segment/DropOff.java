package io.clientele.profile.segment;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.ConditionJson;
import io.clientele.edge.condition.ConditionInput;
import io.clientele.edge.funnel.FunnelAnchor;
import io.clientele.edge.funnel.FunnelEntity;
import io.clientele.edge.funnel.FunnelInput;
import io.clientele.edge.funnel.FunnelOutcome;
import io.clientele.edge.funnel.FunnelStepInput;

/**
 * A segment that is to be made of a funnel's customers.
 *
 * @param funnel as funnel-service reads it
 */
record DropOff(NewDefinition segment, ObjectNode funnel, int step, FunnelOutcome outcome) {

    /**
     * Reads what a client wrote; most of the funnel funnel-service checks.
     *
     * @throws io.clientele.edge.CodedException {@code BREAKDOWN_NOT_LISTED}, or as {@link ConditionInput#ofEvent}
     */
    static DropOff of(SegmentFromDropOffInput input) {
        return new DropOff(
                new NewDefinition(input.id(), input.name(), SegmentKind.MANUAL, null),
                funnel(input.funnel()),
                input.step(),
                Optional.ofNullable(input.outcome()).orElse(FunnelOutcome.DROPPED));
    }

    private static ObjectNode funnel(FunnelInput input) {
        if (input.breakdown() != null) {
            throw new DropOffFailure.BreakdownNotListed().exception();
        }
        ObjectNode funnel = JsonNodeFactory.instance.objectNode();
        ArrayNode steps = funnel.putArray("steps");
        for (FunnelStepInput step : input.steps()) {
            ObjectNode written = JsonNodeFactory.instance.objectNode().put("event", step.event());
            ConditionInput where = step.where();
            if (where != null) {
                String path = "input.funnel.steps[" + steps.size() + "].where";
                written.set("where", ConditionJson.write(where.ofEvent(path).condition()));
            }
            steps.add(written);
        }
        return funnel.put("window", input.window())
                .put(
                        "anchor",
                        Optional.ofNullable(input.anchor())
                                .orElse(FunnelAnchor.ANY)
                                .name())
                .put("strictIncrease", Boolean.TRUE.equals(input.strictIncrease()))
                .put(
                        "entity",
                        Optional.ofNullable(input.entity())
                                .orElse(FunnelEntity.CUSTOMER)
                                .name())
                .put("from", input.from().toString())
                .put("to", input.to().toString());
    }

    /** What tells this change from another. */
    List<String> arguments() {
        return List.of(segment.id(), segment.name(), funnel.toString(), Integer.toString(step), outcome.name());
    }
}
