package io.clientele.campaign.benefit;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

import io.clientele.campaign.benefit.terms.Cart;
import io.clientele.campaign.money.Amount;

/** What codes make of a cart's price. */
@Description("What codes make of a cart's price. One order takes one code: that which takes most off.")
public record Quote(
        @NonNull @Description("Goods and shipping.") Amount before,

        @NonNull @Description("What the best code takes off.")
        Amount discount,

        @NonNull Amount after,

        @Nullable @Description("The code that takes most off, of equals the first; null if none takes anything off.")
        QuotedCode best,

        @NonNull @Description("Each code, in the order asked for.")
        List<@NonNull QuotedCode> codes) {

    static Quote of(List<Redemptions.Assessment> assessments, Cart cart, Instant now) {
        List<QuotedCode> codes =
                assessments.stream().map(each -> QuotedCode.of(each, cart, now)).toList();
        long most = 0;
        QuotedCode best = null;
        for (int i = 0; i < codes.size(); i++) {
            long off = assessments.get(i).verdict() instanceof CodeHolding.Verdict.Granted granted
                    ? granted.discount()
                    : 0;
            if (off > most) {
                most = off;
                best = codes.get(i);
            }
        }
        return new Quote(
                Amount.of(cart.total(), cart.currency()),
                Amount.of(most, cart.currency()),
                Amount.of(cart.total() - most, cart.currency()),
                best,
                codes);
    }
}
