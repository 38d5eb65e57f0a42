package io.clientele.campaign.recommendation;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/** A product that is recommended; null is what no event told. */
public record RecommendedProduct(
        String id,
        @Nullable String name,
        String category,
        @Nullable String brand,
        @Nullable BigDecimal price) {}
