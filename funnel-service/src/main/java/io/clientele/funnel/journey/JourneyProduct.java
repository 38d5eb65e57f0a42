package io.clientele.funnel.journey;

import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import io.clientele.contract.event.Product;
import io.clientele.funnel.question.Amount;

/** A product that an event is about. */
@Description("A product that an event is about.")
public record JourneyProduct(
        @Description("The shop's id.") @Nullable String id,
        @Nullable String name,

        @Description("One name, or a path such as electronics.smartphone.") @Nullable
        String category,

        @Nullable String brand,
        @Description("Of one piece.") @Nullable Amount price,
        @Description("Pieces.") @Nullable Long quantity) {

    static JourneyProduct of(Product product) {
        return new JourneyProduct(
                product.id(),
                product.name(),
                product.category(),
                product.brand(),
                Amount.of(product.price()),
                product.quantity());
    }
}
