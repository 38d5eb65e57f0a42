package io.clientele.system.crash;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Customers who use some of their coupons while services are killed: each for an order of its own, again and again until that is
 * answered, and then in vain for a second one.
 */
final class Buyers implements Callable<Set<String>> {

    /** One coupon in so many is used. */
    private static final int USED = 10;

    private static final long MILLIS_BETWEEN_LOOKS = 250;
    private static final String REDEEM = "mutation($input: RedeemInput!) { redeem(input: $input) { order } }";

    private final CampaignTables tables;
    private final Marketer shop;
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Set<String> used = new TreeSet<>();

    Buyers(CampaignTables tables, Marketer shop) {
        this.tables = tables;
        this.shop = shop;
    }

    /** Has them look once more, and no further. */
    void end() {
        enough.countDown();
    }

    /** Uses coupons until it is enough; gives which. */
    @Override
    public Set<String> call() throws InterruptedException {
        boolean last;
        do {
            last = enough.await(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            for (CampaignTables.Coupon coupon : coupons()) {
                if (Math.floorMod(coupon.id().hashCode(), USED) == 0 && used.add(coupon.id())) {
                    use(coupon);
                }
            }
        } while (!last);
        return used;
    }

    /** All that there are; none while PostgreSQL is away, which is for a moment. */
    private List<CampaignTables.Coupon> coupons() {
        try {
            return tables.coupons();
        } catch (Tables.Away killed) {
            return List.of();
        }
    }

    private void use(CampaignTables.Coupon coupon) throws InterruptedException {
        shop.change(REDEEM, redeeming(coupon, CampaignTables.order(coupon.id())));
        shop.refused(REDEEM, redeeming(coupon, "second-" + CampaignTables.order(coupon.id())), "COUPON_USED");
    }

    private static ObjectNode redeeming(CampaignTables.Coupon coupon, String order) {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        ObjectNode input = variables.putObject("input");
        input.put("order", order).put("customer", coupon.customer()).put("code", coupon.code());
        input.putObject("cart")
                .put("currency", Act.CURRENCY)
                .putArray("lines")
                .addObject()
                .put("product", "p")
                .put("price", TenCampaigns.MIN_SPEND);
        return variables;
    }
}
