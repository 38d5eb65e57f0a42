package io.clientele.command.demo;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A funnel over the steps of a shop.
 *
 * @param steps event names in order, at least one
 * @param from inclusive
 * @param to exclusive
 */
public record FunnelQuestion(List<String> steps, Instant from, Instant to) {
    /** The query of the README, word for word. */
    public static final String QUERY = "query($in: FunnelInput!) { funnel(input: $in) { steps { name count"
            + " conversionFromStart conversionFromPrevious } } }";

    private static final ObjectMapper JSON = new ObjectMapper();

    public FunnelQuestion {
        steps = List.copyOf(steps);
    }

    /** The path from looking to paying. */
    public static FunnelQuestion viewToOrder(Instant from, Instant to) {
        return new FunnelQuestion(List.of("Product Viewed", "Product Added", "Order Completed"), from, to);
    }

    /** The query's variables as JSON. */
    public String variables() {
        ObjectNode variables = JSON.createObjectNode();
        ObjectNode input = variables.putObject("in");
        ArrayNode list = input.putArray("steps");
        steps.forEach(step -> list.addObject().put("event", step));
        input.put("window", "P7D");
        input.put("entity", "CUSTOMER");
        input.put("from", from.toString());
        input.put("to", to.toString());
        return variables.toString();
    }
}
