package io.clientele.campaign.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The variables that a message can name. */
final class Catalogue {

    static final String COUPON = "coupon";
    static final String EVENT = "event";

    /** Traits that have a variable of their own; every other is reached by {@code customer.traits["name"]}. */
    static final List<String> TRAITS = List.of(
            "email",
            "phone",
            "name",
            "first_name",
            "last_name",
            "gender",
            "age_band",
            "birthday",
            "country",
            "region",
            "city",
            "city_tier");

    private static final Shape SINGLE = new Shape.Single();
    private static final Shape PRODUCT = group("id", "name", "category", "brand", "price");
    private static final Map<String, Shape> ROOTS = Map.of(
            "customer",
            customer(),
            COUPON,
            group("code", "expires_at", "name"),
            EVENT,
            new Shape.Group(Map.of("name", SINGLE, "product", PRODUCT, "products", new Shape.Listing(PRODUCT))),
            "products",
            new Shape.Listing(PRODUCT),
            "campaign",
            group("name"),
            "shop",
            group("name"),
            "cart_url",
            SINGLE,
            "unsubscribe_url",
            SINGLE);

    private Catalogue() {}

    /** The variable that a template's first name stands for; null if there is none. */
    static @Nullable Shape root(String name) {
        return ROOTS.get(name);
    }

    private static Shape customer() {
        Map<String, Shape> fields = new LinkedHashMap<>();
        fields.put("id", SINGLE);
        TRAITS.forEach(trait -> fields.put(trait, SINGLE));
        fields.put("traits", new Shape.Open());
        return new Shape.Group(Map.copyOf(fields));
    }

    private static Shape group(String... names) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        Stream.of(names).forEach(name -> fields.put(name, SINGLE));
        return new Shape.Group(Map.copyOf(fields));
    }
}
