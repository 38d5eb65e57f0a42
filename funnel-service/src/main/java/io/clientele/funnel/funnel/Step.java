package io.clientele.funnel.funnel;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.EventCondition;

/**
 * One step of a funnel.
 *
 * @param name what the answer calls it
 * @param query what its events match
 */
record Step(String name, ObjectNode query) {

    /**
     * The step of events of a name.
     *
     * @param index its place in the list, from 0
     * @param where what they fulfil besides
     * @throws io.clientele.edge.CodedException {@code INVALID_STEP}
     */
    static Step of(int index, String event, String name, @Nullable EventCondition where) {
        if (event.isBlank()) {
            throw new FunnelFailure.InvalidStep(index).exception();
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.putObject("term").put("event", event);
        if (where == null) {
            return new Step(name, named);
        }
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.putObject("bool").putArray("filter").add(named).add(where.query());
        return new Step(name, query);
    }
}
