package io.clientele.funnel.funnel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.condition.ConditionInput;

/** A step as a client asks for it. */
@Input("FunnelStepInput")
@Description("One step of a funnel.")
public record FunnelStepInput(
        @NonNull @Description("The event's name, such as Product Viewed.")
        String event,

        @Nullable @Description("Only such events.") ConditionInput where,

        @Nullable @Description("What the answer calls the step; its event if not given.")
        String name) {

    /** The step at a place of the list, checked. */
    Step checked(int index) {
        if (event.isBlank()) {
            throw new FunnelFailure.InvalidStep(index).exception();
        }
        return new Step(name == null ? event : name, query("input.steps[" + index + "].where"));
    }

    private ObjectNode query(String path) {
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.putObject("term").put("event", event);
        if (where == null) {
            return named;
        }
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("bool")
                .putArray("filter")
                .add(named)
                .add(where.ofEvent(path).query());
        return query;
    }
}
