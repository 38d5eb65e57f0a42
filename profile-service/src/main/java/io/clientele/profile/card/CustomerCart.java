package io.clientele.profile.card;

import java.time.Instant;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.profile.facts.CartFacts;

/** What a customer holds in the cart. */
@Description("What a customer holds in the cart.")
public record CustomerCart(
        @Description("Whether anything was ever put in.") boolean everFilled,

        @Description("Different products held.") long products,

        @Description("Their quantities.") long pieces,

        @NonNull @Description("Of what is priced in the main currency.")
        Amount value,

        @Nullable @Description("When the product held longest was put in; null if nothing is held.")
        Instant since,

        @Nullable @Description("Whole times 24 hours since then.")
        Long ageDays) {

    static CustomerCart of(CartFacts cart, String currency) {
        return new CustomerCart(
                cart.everFilled(),
                cart.products(),
                cart.pieces(),
                Amount.of(cart.value(), currency),
                cart.since(),
                cart.ageDays());
    }
}
