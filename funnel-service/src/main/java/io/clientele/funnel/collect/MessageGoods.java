package io.clientele.funnel.collect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.event.EventBuilder;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.InvalidEvent.Code;
import io.clientele.contract.event.InvalidEventException;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Product;

/** The products, the order and the amounts of a message's properties, named as in Segment's e-commerce spec. */
final class MessageGoods {

    private static final String PRODUCTS = "products";
    private static final String PRODUCT_ID = "product_id";

    private final EventType type;
    private final @Nullable String eventName;
    private final JsonFields properties;

    MessageGoods(EventType type, @Nullable String eventName, JsonFields properties) {
        this.type = type;
        this.eventName = eventName;
        this.properties = properties;
    }

    void readInto(EventBuilder event, String defaultCurrency) {
        String given = properties.text("currency", "currency");
        String currency = (given == null ? defaultCurrency : given).toUpperCase(Locale.ROOT);
        List<Product> products = products(currency);
        Order order = order(currency);
        event.products(products).order(order).currency(given == null ? null : currency);
    }

    private Order order(String currency) {
        BigDecimal revenue = valueIsRevenue()
                ? properties.decimal("order.revenue", "revenue", "total", "value")
                : properties.decimal("order.revenue", "revenue", "total");
        return new Order(
                properties.id("order.id", "order_id", "orderId"),
                money("order.revenue", revenue, currency),
                money("order.discount", properties.decimal("order.discount", "discount"), currency),
                properties.text("order.coupon", "coupon"),
                properties.text("order.payment_method", "payment_method", "paymentMethod"),
                properties.text("order.status", "order_status", "orderStatus"));
    }

    private boolean valueIsRevenue() {
        return eventName != null
                && (eventName.startsWith("Order") || eventName.startsWith("Cart") || eventName.startsWith("Checkout"))
                && !properties.has("revenue")
                && !properties.has("total");
    }

    private List<Product> products(String currency) {
        JsonNode listed = properties.take(PRODUCTS);
        if (!listed.isMissingNode()) {
            return listed(listed, currency);
        }
        return type == EventType.TRACK && namesProduct() ? List.of(own(currency)) : List.of();
    }

    private boolean namesProduct() {
        return properties.hasAny(PRODUCT_ID, "productId", "sku", "brand", "price", "quantity");
    }

    private Product own(String currency) {
        return product(properties, properties.id("product.id", PRODUCT_ID, "productId", "sku"), currency);
    }

    private List<Product> listed(JsonNode elements, String currency) {
        if (!elements.isArray()) {
            throw new InvalidEventException(Code.INVALID_TYPE, "product", "is not a list");
        }
        List<Product> products = new ArrayList<>();
        ArrayNode leftovers = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : elements) {
            JsonFields fields = JsonFields.of("product", element);
            String id = fields.id("product.id", PRODUCT_ID, "productId", "id", "sku");
            products.add(product(fields, id, currency));
            keep(id, fields.rest(), leftovers);
        }
        if (!leftovers.isEmpty()) {
            properties.rest().set(PRODUCTS, leftovers);
        }
        return products;
    }

    private static void keep(@Nullable String id, ObjectNode rest, ArrayNode leftovers) {
        if (!rest.isEmpty()) {
            leftovers.addObject().put(PRODUCT_ID, id).setAll(rest);
        }
    }

    private static Product product(JsonFields fields, @Nullable String id, String currency) {
        return new Product(
                id,
                fields.text("product.name", "name"),
                fields.text("product.category", "category"),
                fields.text("product.brand", "brand"),
                money("product.price", fields.decimal("product.price", "price"), currency),
                fields.whole("product.quantity", "quantity"));
    }

    private static @Nullable Money money(String field, @Nullable BigDecimal amount, String currency) {
        return amount == null ? null : Money.of(field, amount, currency);
    }
}
