package io.clientele.campaign.trigger;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;

/** What a message may name of the event that it is about. */
final class EventSketch {

    /** Of a cart or an order that lists more. */
    private static final int MOST_PRODUCTS = 20;

    private EventSketch() {}

    /** As JSON: name, time, order id and revenue, and the products. */
    static String of(Event event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", event.name()).put("time", event.times().timestamp().toString());
        if (event.order().id() != null) {
            put(
                    json.putObject("order").put("id", event.order().id()),
                    "revenue",
                    event.order().revenue());
        }
        List<Product> products = event.products();
        ArrayNode list = json.putArray("products");
        products.stream().limit(MOST_PRODUCTS).forEach(product -> product(list.addObject(), product));
        return json.toString();
    }

    private static void product(ObjectNode json, Product product) {
        json.put("id", product.id())
                .put("name", product.name())
                .put("category", product.category())
                .put("brand", product.brand())
                .put("quantity", product.quantity());
        put(json, "price", product.price());
    }

    private static void put(ObjectNode json, String field, @Nullable Money money) {
        if (money != null) {
            json.put(field, money.amount().stripTrailingZeros().toPlainString()).put("currency", money.currency());
        }
    }
}
