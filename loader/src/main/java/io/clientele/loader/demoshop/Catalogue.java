package io.clientele.loader.demoshop;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The shop's products: forty a category, their prices in equal ratios from the cheapest to the dearest. */
final class Catalogue {

    private static final int PER_CATEGORY = 40;
    private static final String[] BRANDS = {"Anjing", "Boran", "Chunhe", "Dongli", "Everlake"};

    private final Map<Category, Product[]> products = new EnumMap<>(Category.class);

    Catalogue() {
        for (Category category : Category.values()) {
            Product[] ofCategory = new Product[PER_CATEGORY];
            Arrays.setAll(ofCategory, i -> product(category, i));
            products.put(category, ofCategory);
        }
    }

    private static Product product(Category category, int i) {
        double ratio = StrictMath.pow((double) category.dearest / category.cheapest, i / (double) (PER_CATEGORY - 1));
        long yuan = StrictMath.round(category.cheapest * ratio);
        String brand = BRANDS[(category.cheapest + i) % BRANDS.length];
        return new Product(
                "%s-%02d".formatted(category.label, i + 1),
                "%s %s %d".formatted(brand, category.noun, i + 1),
                category,
                brand,
                yuan * 100 - 10);
    }

    /** Give the product at a place on the scale of price; places outside of 0 to 1 count as its ends. */
    Product at(Category category, double level) {
        int index = (int) (Math.clamp(level, 0.0, 1.0) * (PER_CATEGORY - 1) + 0.5);
        return Objects.requireNonNull(products.get(category))[index];
    }
}
