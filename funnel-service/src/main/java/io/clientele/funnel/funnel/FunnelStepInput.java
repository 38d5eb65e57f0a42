package io.clientele.funnel.funnel;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A step as a client asks for it. */
@Input("FunnelStepInput")
@Description("One step of a funnel.")
public record FunnelStepInput(
        @NonNull @Description("The event's name, such as Product Viewed.")
        String event,

        @Nullable @Description("What the answer calls the step; its event if not given.")
        String name) {

    /** The step at a place of the list, checked. */
    Step checked(int index) {
        if (event.isBlank()) {
            throw new FunnelFailure.InvalidStep(index).exception();
        }
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("term").put("event", event);
        return new Step(name == null ? event : name, query);
    }
}
