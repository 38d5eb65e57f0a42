package io.clientele.campaign.benefit;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Finds what stands behind codes, for one customer. */
final class CodeLookup {

    private CodeLookup() {}

    /**
     * What stands behind codes; codes of others are absent, as unknown ones are.
     *
     * @param compared codes as they are compared
     * @param customer every id of the customer
     */
    static Uni<Map<String, CodeHolding>> find(SqlClient client, Collection<String> compared, Set<String> customer) {
        return CouponStore.ofCodes(client, compared)
                .flatMap(coupons -> BenefitStore.ofCodes(client, compared)
                        .flatMap(open -> find(client, own(coupons, customer), open, customer)));
    }

    private static List<StoredCoupon> own(List<StoredCoupon> coupons, Set<String> customer) {
        return coupons.stream()
                .filter(coupon -> customer.contains(coupon.customerId()))
                .toList();
    }

    private static Uni<Map<String, CodeHolding>> find(
            SqlClient client, List<StoredCoupon> coupons, List<StoredBenefit> open, Set<String> customer) {
        Set<String> ids = coupons.stream().map(StoredCoupon::benefitId).collect(Collectors.toCollection(TreeSet::new));
        List<Holder> holders = open.stream()
                .flatMap(benefit -> customer.stream().map(id -> new Holder(benefit.id(), id)))
                .toList();
        return BenefitStore.find(client, ids)
                .flatMap(benefits -> CouponStore.held(client, holders).map(held -> {
                    Map<String, CodeHolding> found = new HashMap<>();
                    open.forEach(benefit -> found.put(
                            CouponCode.compared(Objects.requireNonNull(benefit.code())),
                            new CodeHolding(benefit, null, used(benefit, held))));
                    Map<String, StoredBenefit> byId =
                            benefits.stream().collect(Collectors.toMap(StoredBenefit::id, Function.identity()));
                    coupons.forEach(coupon -> found.put(
                            coupon.compared(),
                            new CodeHolding(Objects.requireNonNull(byId.get(coupon.benefitId())), coupon, 0)));
                    return found;
                }));
    }

    private static int used(StoredBenefit benefit, Map<Holder, Integer> held) {
        return held.entrySet().stream()
                .filter(each -> each.getKey().benefitId().equals(benefit.id()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
