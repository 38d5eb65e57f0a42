package io.clientele.campaign.benefit;

import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;

import io.clientele.campaign.benefit.terms.Cart;
import io.clientele.edge.Role;
import io.clientele.edge.Sight;
import io.clientele.edge.text.TextRefusal;
import io.clientele.edge.text.Texts;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

/** The GraphQL of the checkout: what codes take off, and their use. */
@GraphQLApi
@RolesAllowed({Role.MARKETER, Role.ADMIN})
public class CheckoutApi {

    private static final int LONGEST_ID = 512;
    private static final int LONGEST_ORDER = 256;
    private static final int LONGEST_CODE = 64;
    private static final int MOST_CODES = 20;

    private final Redemptions redemptions;
    private final Sight sight;
    private final SecurityIdentity caller;
    private final Clock clock;

    CheckoutApi(Redemptions redemptions, Sight sight, SecurityIdentity caller, Clock clock) {
        this.redemptions = redemptions;
        this.sight = sight;
        this.caller = caller;
        this.clock = clock;
    }

    @Query
    @NonNull
    @RolesAllowed({Role.SHOPPER, Role.ANALYST, Role.MARKETER, Role.ADMIN})
    @Description("What codes take off a cart; nothing is reserved by asking. A shopper may ask for itself only.")
    public Uni<Quote> quote(@NonNull QuoteInput input) {
        return Uni.createFrom().deferred(() -> {
            sight.check(input.customer());
            Texts.check("input.customer", input.customer(), LONGEST_ID);
            Cart cart = input.cart().cart();
            if (input.codes().size() > MOST_CODES) {
                throw new TextRefusal.InvalidText("input.codes", "must be at most " + MOST_CODES).exception();
            }
            for (int i = 0; i < input.codes().size(); i++) {
                Texts.check("input.codes[" + i + "]", input.codes().get(i), LONGEST_CODE);
            }
            return redemptions
                    .assess(input.customer(), cart, input.codes())
                    .map(assessments -> Quote.of(assessments, cart, clock.instant()));
        });
    }

    @Mutation
    @NonNull
    @RolesAllowed({Role.SHOPPER, Role.MARKETER, Role.ADMIN})
    @Description(
            "Uses a code for an order. A shopper may do so for itself only, and what it says of the cart holds until staff or the"
                    + " shop's server redeems the order.")
    public Uni<Redemption> redeem(@NonNull RedeemInput input) {
        return Uni.createFrom()
                .deferred(() -> {
                    sight.check(input.customer());
                    Texts.check("input.order", input.order(), LONGEST_ORDER);
                    Texts.check("input.customer", input.customer(), LONGEST_ID);
                    Texts.check("input.code", input.code(), LONGEST_CODE);
                    return redemptions.redeem(
                            input.order(),
                            input.customer(),
                            input.code(),
                            input.cart().cart(),
                            !caller.hasRole(Role.MARKETER) && !caller.hasRole(Role.ADMIN));
                })
                .map(Redemption::of);
    }

    @Mutation
    @NonNull
    @Description(
            "Takes back what was redeemed for an order; again, it changes nothing. A coupon whose time is not over can be"
                    + " used again.")
    public Uni<Redemption> reverseRedemption(@NonNull ReverseRedemptionInput input) {
        return Uni.createFrom()
                .deferred(() -> {
                    Texts.check("input.order", input.order(), LONGEST_ORDER);
                    return redemptions.reverse(input.order());
                })
                .map(Redemption::of);
    }
}
