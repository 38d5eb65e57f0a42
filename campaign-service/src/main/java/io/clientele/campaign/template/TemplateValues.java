package io.clientele.campaign.template;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The values of one message's variables. What is not set stands empty. Not for more than one thread. */
public final class TemplateValues {

    /** Products of a list that a message can go through; the others are left out. */
    public static final int MOST_PRODUCTS = 100;

    private final ZoneId zone;
    private final Map<String, Object> variables = new HashMap<>();

    /**
     * Values without any yet.
     *
     * @param zone the reader's, which times are written in
     */
    public TemplateValues(ZoneId zone) {
        this.zone = zone;
    }

    /** Sets {@code customer}: its id, and its traits as texts by name. */
    public TemplateValues customer(String id, Map<String, String> traits) {
        Map<String, Object> fields = new HashMap<>();
        Catalogue.TRAITS.stream().filter(traits::containsKey).forEach(name -> put(fields, name, traits.get(name)));
        fields.put("id", id);
        fields.put("traits", traits);
        variables.put("customer", fields);
        return this;
    }

    /** Sets {@code coupon}; without an end it holds for ever. */
    public TemplateValues coupon(String code, String name, @Nullable Instant expiresAt) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("code", code);
        fields.put("name", name);
        put(fields, "expires_at", expiresAt == null ? null : expiresAt.toString());
        variables.put(Catalogue.COUPON, fields);
        return this;
    }

    /** Sets {@code event}: its name, the one product that it is about, and those that it lists. */
    public TemplateValues event(String name, @Nullable ProductValues product, List<ProductValues> products) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", name);
        put(fields, "product", product == null ? null : product.fields());
        fields.put("products", list(products));
        variables.put(Catalogue.EVENT, fields);
        return this;
    }

    /** Sets {@code products}, those that are recommended to the customer. */
    public TemplateValues products(List<ProductValues> products) {
        variables.put("products", list(products));
        return this;
    }

    /** Sets {@code campaign.name}. */
    public TemplateValues campaign(String name) {
        variables.put("campaign", Map.of("name", name));
        return this;
    }

    /** Sets {@code shop.name} and {@code cart_url}. */
    public TemplateValues shop(String name, @Nullable String cartUrl) {
        variables.put("shop", Map.of("name", name));
        put(variables, "cart_url", cartUrl);
        return this;
    }

    /** Sets {@code unsubscribe_url}. */
    public TemplateValues unsubscribeUrl(String url) {
        variables.put("unsubscribe_url", url);
        return this;
    }

    ZoneId zone() {
        return zone;
    }

    Map<String, Object> variables() {
        return variables;
    }

    private static List<Map<String, Object>> list(List<ProductValues> products) {
        return products.stream().limit(MOST_PRODUCTS).map(ProductValues::fields).toList();
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
