package io.clientele.campaign.benefit.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes terms as JSON, as they are stored, and reads them back; amounts in millionths. */
public final class TermsJson {

    private TermsJson() {}

    /** What {@link #read} gives back. */
    public static ObjectNode write(Terms terms) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", terms.kind().name()).put("currency", terms.currency());
        switch (terms) {
            case Threshold threshold -> json.put("off", threshold.off()).put("minSpend", threshold.minSpend());
            case Percent percent -> {
                json.put("percent", percent.percent()).put("minSpend", percent.minSpend());
                percent.maxDiscount().ifPresent(most -> json.put("maxDiscount", most));
            }
            case Stepped stepped -> {
                ArrayNode steps = json.putArray("steps");
                stepped.steps()
                        .forEach(step -> steps.addObject()
                                .put("minSpend", step.minSpend())
                                .put("off", step.off()));
            }
            case FreeShipping shipping -> {
                json.put("minSpend", shipping.minSpend());
                shipping.maxDiscount().ifPresent(most -> json.put("maxDiscount", most));
            }
        }
        return json;
    }

    /**
     * Terms as they were written.
     *
     * @throws IllegalArgumentException if they were not
     */
    public static Terms read(JsonNode json) {
        String currency = json.required("currency").asText();
        return switch (BenefitKind.valueOf(json.required("kind").asText())) {
            case THRESHOLD -> new Threshold(currency, amount(json, "off"), amount(json, "minSpend"));
            case PERCENT ->
                new Percent(currency, json.required("percent").decimalValue(), most(json), amount(json, "minSpend"));
            case STEPPED -> new Stepped(currency, steps(json.required("steps")));
            case FREE_SHIPPING -> new FreeShipping(currency, most(json), amount(json, "minSpend"));
        };
    }

    private static long amount(JsonNode json, String name) {
        return json.required(name).asLong();
    }

    private static OptionalLong most(JsonNode json) {
        return json.has("maxDiscount") ? OptionalLong.of(amount(json, "maxDiscount")) : OptionalLong.empty();
    }

    private static List<Stepped.Step> steps(JsonNode json) {
        List<Stepped.Step> steps = new ArrayList<>();
        json.forEach(step -> steps.add(new Stepped.Step(amount(step, "minSpend"), amount(step, "off"))));
        return steps;
    }
}
