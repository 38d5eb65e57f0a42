package io.clientele.campaign.decision;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.campaign.definition.EventMatch;
import io.clientele.campaign.definition.Trigger;
import io.clientele.campaign.recommendation.RecommendedProduct;

/** What a message that is tried out tells of the event that nobody has caused: a made-up product, and others like it. */
final class SampleEvent {

    private static final String NAME = "示例商品 · Sample product";
    private static final String CATEGORY = "示例 · Sample";
    private static final String BRAND = "示例品牌 · Sample brand";
    private static final BigDecimal PRICE = new BigDecimal("99");
    private static final int RECOMMENDED = 3;

    private SampleEvent() {}

    /** As JSON, as enrolments keep events; empty if no event makes customers enter. */
    static Optional<String> of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.OnEvent(EventMatch match) -> Optional.of(event(match.event()));
            case Trigger.OnInactivity(EventMatch after, var _) -> Optional.of(event(after.event()));
            case Trigger.OnSegmentEntry _, Trigger.OnSegmentExit _, Trigger.OnSchedule _ -> Optional.empty();
        };
    }

    private static String event(String name) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
        json.putArray("products")
                .addObject()
                .put("id", "sample-1")
                .put("name", NAME)
                .put("category", CATEGORY)
                .put("brand", BRAND)
                .put("quantity", 1)
                .put("price", PRICE.toPlainString());
        return json.toString();
    }

    /** What is recommended to somebody with the event; nothing to somebody without. */
    static List<RecommendedProduct> recommended(Due due) {
        return due.event() == null
                ? List.of()
                : IntStream.rangeClosed(2, RECOMMENDED + 1)
                        .mapToObj(number ->
                                new RecommendedProduct("sample-" + number, NAME + " " + number, CATEGORY, BRAND, PRICE))
                        .toList();
    }
}
