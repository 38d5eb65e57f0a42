package io.clientele.campaign.benefit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.trigger.PageEffect;
import io.clientele.contract.event.Event;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * Takes back what was redeemed for orders that the feed says were cancelled. Shoppers gain by that, so their own word does
 * not count, nor does what is said of another customer's order.
 */
@ApplicationScoped
class OrderFollowing implements PageEffect {

    /** A refund pays back money of an order that was made; its coupon stays used. */
    private static final String CANCELLED = "Order Cancelled";

    private final Coupons coupons;
    private final Optional<Set<String>> sources;

    @Inject
    OrderFollowing(Coupons coupons, CouponConfig config) {
        this(coupons, config.cancelledBy());
    }

    /** Believes these sources, or, if none are named, all but shoppers themselves. */
    OrderFollowing(Coupons coupons, Optional<List<String>> sources) {
        this.coupons = coupons;
        this.sources = sources.map(Set::copyOf);
    }

    @Override
    public Uni<Void> of(SqlConnection transaction, List<Event> events, Edition campaigns) {
        Map<String, Set<String>> orders = new HashMap<>();
        for (Event event : events) {
            String order = event.order().id();
            if (CANCELLED.equals(event.name()) && order != null && counts(event.source())) {
                orders.computeIfAbsent(order, first -> new HashSet<>())
                        .add(event.customer().value());
            }
        }
        return orders.isEmpty() ? Uni.createFrom().voidItem() : coupons.reverse(transaction, orders);
    }

    private boolean counts(String source) {
        return !source.equals(Event.SHOPPER)
                && sources.map(all -> all.contains(source)).orElse(true);
    }
}
