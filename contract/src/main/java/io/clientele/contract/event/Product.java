package io.clientele.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * A product that the event is about.
 *
 * @param id the shop's id, up to 256 characters
 * @param name up to 8,192 characters
 * @param category one name or a path such as {@code electronics.smartphone}
 * @param brand its name
 * @param price of one piece, in the event's currency
 * @param quantity pieces, 0 to 1,000,000,000
 */
public record Product(
        @Nullable String id,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand,
        @Nullable Money price,
        @Nullable Long quantity) {

    public Product {
        id = Check.id("product.id", id);
        name = Check.text("product.name", name, Check.MAX_TEXT);
        category = Check.keyword("product.category", category);
        brand = Check.keyword("product.brand", brand);
        quantity = Check.range("product.quantity", quantity, 0, 1_000_000_000);
    }
}
