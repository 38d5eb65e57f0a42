package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Cart;
import io.clientele.campaign.benefit.terms.Coins;
import io.clientele.campaign.money.Millionths;
import io.clientele.edge.text.TextRefusal;
import io.clientele.edge.text.Texts;

/** A cart, as a client writes it. */
@Input("CartInput")
@Description("What is about to be bought.")
public record CartInput(
        @NonNull @Description("As in ISO 4217.") String currency,
        @NonNull @Description("1 to 1000 of them.") List<@NonNull CartLineInput> lines,

        @Nullable @DefaultValue("0") @Description("What sending it costs, in units of the currency.")
        BigDecimal shipping) {

    private static final String FIELD = "input.cart";
    private static final int MOST_LINES = 1_000;
    private static final int LARGEST_QUANTITY = 1_000_000;
    private static final int LONGEST_PRODUCT = 256;

    /**
     * The cart that a client wrote.
     *
     * @throws io.clientele.edge.CodedException {@code INVALID_VALUE} naming the field
     */
    Cart cart() {
        if (!Coins.exist(currency)) {
            throw invalid(".currency", "is no currency of ISO 4217");
        }
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw invalid(".lines", "must have 1 to " + MOST_LINES + " lines");
        }
        long goods = 0;
        for (int i = 0; i < lines.size(); i++) {
            goods = sum(goods, price(lines.get(i), ".lines[" + i + "]"), ".lines");
        }
        long sending = shipping == null ? 0 : Millionths.of(FIELD + ".shipping", shipping);
        sum(goods, sending, ".shipping");
        return new Cart(currency, goods, sending);
    }

    private static long price(CartLineInput line, String field) {
        Texts.check(FIELD + field + ".product", line.product(), LONGEST_PRODUCT);
        int quantity = line.quantity() == null ? 1 : line.quantity();
        if (quantity < 1 || quantity > LARGEST_QUANTITY) {
            throw invalid(field + ".quantity", "must be from 1 to " + LARGEST_QUANTITY);
        }
        long price = Millionths.of(FIELD + field + ".price", line.price());
        if (price > Cart.MOST / quantity) {
            throw invalid(field + ".price", "makes the cart too dear to be one");
        }
        return price * quantity;
    }

    private static long sum(long one, long other, String field) {
        if (other > Cart.MOST - one) {
            throw invalid(field, "make the cart too dear to be one");
        }
        return one + other;
    }

    private static RuntimeException invalid(String field, String reason) {
        return new TextRefusal.InvalidText(FIELD + field, reason).exception();
    }
}
