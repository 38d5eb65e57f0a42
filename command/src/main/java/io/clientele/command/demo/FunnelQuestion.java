package io.clientele.command.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A funnel over the steps of a shop, for each kind of device too.
 *
 * @param steps in order, at least one
 * @param from inclusive
 * @param to exclusive
 */
public record FunnelQuestion(List<Step> steps, Instant from, Instant to) {
    public static final String QUERY = "query($in: FunnelInput!) { funnel(input: $in) {"
            + " steps { name count conversionFromStart conversionFromPrevious }"
            + " breakdown { value steps { name count conversionFromStart } } } }";

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A step.
     *
     * @param name what the answer calls it
     * @param path the condition on the event's page; without an entry there is none
     */
    public record Step(String name, String event, Map<String, String> path) {
        public Step {
            path = Map.copyOf(path);
        }

        private static Step of(String name, String event) {
            return new Step(name, event, Map.of());
        }

        private static Step page(String name, String operator, String value) {
            return new Step(name, "Page Viewed", Map.of(operator, value));
        }

        private void write(ObjectNode step) {
            step.put("name", name).put("event", event);
            path.forEach((operator, value) -> {
                ObjectNode property = step.putObject("where").putObject("property");
                property.put("field", "page.path").put("operator", operator);
                property.putArray("values").add(value);
            });
        }
    }

    public FunnelQuestion {
        steps = List.copyOf(steps);
    }

    /** The whole path through the demo shop, from the home page to the payment. */
    public static FunnelQuestion homeToPaidByDevice(Instant from, Instant to) {
        return new FunnelQuestion(
                List.of(
                        Step.page("Home", "ANY_OF", "/"),
                        Step.page("Category", "PREFIX", "/category/"),
                        Step.of("Detail", "Product Viewed"),
                        Step.of("Cart", "Product Added"),
                        Step.of("Checkout", "Checkout Started"),
                        Step.of("Paid", "Order Completed")),
                from,
                to);
    }

    /** The query's variables as JSON. */
    public String variables() {
        ObjectNode variables = JSON.createObjectNode();
        ObjectNode input = variables.putObject("in");
        ArrayNode list = input.putArray("steps");
        steps.forEach(step -> step.write(list.addObject()));
        input.put("window", "P7D");
        input.put("entity", "CUSTOMER");
        input.put("from", from.toString());
        input.put("to", to.toString());
        input.putObject("breakdown").put("field", "device.type");
        return variables.toString();
    }
}
