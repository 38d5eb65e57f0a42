package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.clientele.campaign.Ask;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.audience.Profiles;
import io.clientele.campaign.benefit.terms.FreeShipping;
import io.clientele.campaign.benefit.terms.Percent;
import io.clientele.campaign.definition.CampaignBook.Edition;
import io.clientele.campaign.definition.Sending;
import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Times;
import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;

import static io.clientele.campaign.benefit.TestBenefits.TWENTY_FROM_FIFTY;
import static io.clientele.campaign.benefit.TestBenefits.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class CheckoutQuarkusTest {

    private static final String QUOTE = """
            query($input: QuoteInput!) { quote(input: $input) {
              before { amount } discount { amount } after { amount currency } best { code }
              codes { code discount { amount } problem { code } coupon { state } terms { kind } } } }""";
    private static final String REDEEM = """
            mutation($input: RedeemInput!) { redeem(input: $input) {
              order customer { id } code benefitId before { amount } discount { amount } after { amount } redeemedAt
              reversedAt } }""";
    private static final String REVERSE = """
            mutation($input: ReverseRedemptionInput!) { reverseRedemption(input: $input) { discount { amount } reversedAt } }""";

    private final String customer = "buyer-" + UUID.randomUUID();
    private final String order = "order-" + UUID.randomUUID();

    @Inject
    TestBenefits benefits;

    @Inject
    Coupons coupons;

    @Inject
    OrderFollowing following;

    @Inject
    Database database;

    @Test
    void quotesEachCodeAndTheBest() {
        StoredCoupon twenty = issue(benefits.add(TWENTY_FROM_FIFTY, null, null, 1), customer);
        StoredCoupon shipping =
                issue(benefits.add(new FreeShipping("CNY", OptionalLong.empty(), 0), null, null, 1), customer);
        StoredCoupon foreign = issue(benefits.unlimited(1), "somebody-else");

        JsonPath quote = Ask.data(
                "marketer",
                QUOTE,
                Map.of(
                        "input",
                        Map.of(
                                "customer",
                                customer,
                                "cart",
                                cart(29.95, 2, 12),
                                "codes",
                                List.of(
                                        shipping.code(),
                                        twenty.code().toLowerCase(Locale.ROOT),
                                        foreign.code(),
                                        "nonsense"))));

        assertThat(quote.getString("data.quote.best.code"))
                .isEqualTo(twenty.code().toLowerCase(Locale.ROOT));
        assertThat(quote.getDouble("data.quote.before.amount")).isEqualTo(71.9);
        assertThat(quote.getDouble("data.quote.discount.amount")).isEqualTo(20);
        assertThat(quote.getDouble("data.quote.after.amount")).isEqualTo(51.9);
        assertThat(quote.getList("data.quote.codes.discount.amount")).containsExactly(12, 20);
        assertThat(quote.<Object>get("data.quote.codes[0].problem")).isNull();
        assertThat(quote.<Object>get("data.quote.codes[1].problem")).isNull();
        assertThat(quote.getString("data.quote.codes[2].problem.code")).isEqualTo("COUPON_UNKNOWN");
        assertThat(quote.getString("data.quote.codes[3].problem.code")).isEqualTo("COUPON_UNKNOWN");
        assertThat(quote.getList("data.quote.codes.coupon.state")).startsWith("USABLE", "USABLE");
        assertThat(benefits.coupon(twenty.id())).isEqualTo(twenty);
    }

    @Test
    void redeemsOnceForAnOrder() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 1, 20 * UNIT, 1);
        StoredCoupon coupon = issue(benefit, customer);

        JsonPath first = Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(60, 1, 0)));
        JsonPath again = Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(60, 1, 0)));

        assertThat(again.<Object>get("data.redeem")).isEqualTo(first.get("data.redeem"));
        assertThat(first.getString("data.redeem.code")).isEqualTo(coupon.code());
        assertThat(first.getInt("data.redeem.after.amount")).isEqualTo(40);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(1, 0, 20 * UNIT, 1, 1));
        refused("COUPON_USED", "input.code", redeem("other-" + order, customer, coupon.code(), cart(60, 1, 0)));

        StoredCoupon second = issue(benefits.unlimited(1), customer);
        refused("ORDER_HAS_ANOTHER_COUPON", "input.order", redeem(order, customer, second.code(), cart(60, 1, 0)));
        refused("ORDER_HAS_ANOTHER_COUPON", "input.order", redeem(order, "thief", coupon.code(), cart(60, 1, 0)));
        refused("ORDER_CART_CHANGED", "input.cart", redeem(order, customer, coupon.code(), cart(900, 1, 0)));
        refused("ORDER_CART_CHANGED", "input.cart", redeem(order, customer, coupon.code(), cart(50, 1, 10)));
    }

    @Test
    void refusesCodesThatCannotBeUsed() {
        String benefit = benefits.unlimited(5);
        StoredCoupon coupon = issue(benefit, customer);

        refused("COUPON_UNKNOWN", "input.code", redeem(order, "thief", coupon.code(), cart(60, 1, 0)));
        refused("COUPON_UNKNOWN", "input.code", redeem(order, customer, "0000-0000-0000-0000", cart(60, 1, 0)));
        refused("CART_BELOW_THRESHOLD", "input.code", redeem(order, customer, coupon.code(), cart(49.99, 1, 100)));
        refused(
                "CURRENCY_MISMATCH",
                "input.code",
                redeem(order, customer, coupon.code(), Map.of("currency", "USD", "lines", lines(60, 1))));
        benefits.run(
                "UPDATE coupon SET issued_at = now() - interval '2 hours', expires_at = now() - interval '1 second'"
                        + " WHERE id = $1",
                Tuple.of(coupon.id()));
        refused("COUPON_EXPIRED", "input.code", redeem(order, customer, coupon.code(), cart(60, 1, 0)));
        StoredCoupon shipping =
                issue(benefits.add(new FreeShipping("CNY", OptionalLong.empty(), 0), null, null, 1), customer);
        refused("NOTHING_TO_DISCOUNT", "input.code", redeem(order, customer, shipping.code(), cart(60, 1, 0)));
    }

    @Test
    void refusesCartsThatCannotBe() {
        String code = issue(benefits.unlimited(1), customer).code();
        refused("INVALID_VALUE", "input.cart.lines", redeem(order, customer, code, cart(List.of())));
        refused(
                "INVALID_VALUE",
                "input.cart.lines",
                redeem(order, customer, code, cart(Collections.nCopies(1_001, line(1, 1)))));
        refused("INVALID_VALUE", "input.cart.lines[0].price", redeem(order, customer, code, cart(-1, 1, 0)));
        refused("INVALID_VALUE", "input.cart.lines[0].price", redeem(order, customer, code, cart(1e12, 2, 0)));
        refused("INVALID_VALUE", "input.cart.lines[0].quantity", redeem(order, customer, code, cart(1, 0, 0)));
        refused("INVALID_VALUE", "input.cart.shipping", redeem(order, customer, code, cart(1, 1, -1)));
        refused(
                "INVALID_VALUE",
                "input.cart.lines",
                redeem(order, customer, code, cart(List.of(line(1e12, 1), line(1e12, 1)))));
        refused(
                "INVALID_VALUE",
                "input.cart.currency",
                redeem(order, customer, code, Map.of("currency", "XXX", "lines", lines(1, 1))));
        refused("INVALID_VALUE", "input.order", redeem(" ", customer, code, cart(60, 1, 0)));
    }

    @Test
    void keepsTheLimitsOfACodeThatManyUse() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 2, null, 1);
        String code = "Code " + benefit.substring(1, 9);
        benefits.set("code = '" + code + "', code_compared = '" + CouponCode.compared(code) + "'", benefit);

        assertThat(Ask.data("admin", REDEEM, redeem("1" + order, customer, code, cart(60, 1, 0)))
                        .getString("data.redeem.code"))
                .isEqualTo(code);
        refused("CUSTOMER_LIMIT_REACHED", "input.code", redeem("2" + order, customer, code, cart(60, 1, 0)));
        Ask.data("admin", REDEEM, redeem("3" + order, "b" + customer, code.toUpperCase(Locale.ROOT), cart(60, 1, 0)));
        refused("BENEFIT_OUT_OF_STOCK", "input.code", redeem("4" + order, "c" + customer, code, cart(60, 1, 0)));

        reverse("1" + order);
        Ask.data("admin", REDEEM, redeem("5" + order, "c" + customer, code, cart(60, 1, 0)));
        benefits.set("stock = 9, budget_millionths = 59 * 1000000", benefit);
        refused("BENEFIT_OUT_OF_BUDGET", "input.code", redeem("6" + order, customer, code, cart(60, 1, 0)));
        benefits.set("valid_until = now()", benefit);
        refused("COUPON_EXPIRED", "input.code", redeem("6" + order, customer, code, cart(60, 1, 0)));
    }

    @Test
    void givesACouponBackWhenItsOrderIsReversed() {
        String benefit =
                benefits.add(new Percent("CNY", BigDecimal.TEN, OptionalLong.of(30 * UNIT), 0), 1, 30 * UNIT, 1);
        StoredCoupon coupon = issue(benefit, customer);
        Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(100, 1, 0)));
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(1, 0, 10 * UNIT, 1, 1));

        String reversedAt = reverse(order);
        assertThat(reverse(order)).isEqualTo(reversedAt);

        assertThat(benefits.coupon(coupon.id())).isEqualTo(coupon);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(1, 30 * UNIT, 0, 1, 0));
        refused("ORDER_REVERSED", "input.order", redeem(order, customer, coupon.code(), cart(100, 1, 0)));
        Ask.data("admin", REDEEM, redeem("next-" + order, customer, coupon.code(), cart(100, 1, 0)));
        Ask.refused("ORDER_NOT_REDEEMED", "input.order", REVERSE, Map.of("input", Map.of("order", "never-" + order)));
    }

    @Test
    void givesACouponBackIfTheShopSaysThatItsCustomerCancelled() {
        String device = "anon:" + customer;
        Profiles.customer(customer, List.of(customer, device), Map.of());
        StoredCoupon coupon = issue(benefits.unlimited(1), device);
        Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(60, 1, 0)));

        follow(cancelled("thief", "shop"), cancelled(" ", "shop"), cancelled(customer, Event.SHOPPER));
        assertThat(benefits.coupon(coupon.id()))
                .isNotNull()
                .extracting(StoredCoupon::stored)
                .isEqualTo(CouponState.REDEEMED);

        follow(cancelled("thief", "shop"), cancelled(customer, "shop"));
        assertThat(benefits.coupon(coupon.id())).isEqualTo(coupon);
    }

    @Test
    void believesTheSourcesAloneThatAreNamed() {
        StoredCoupon coupon = issue(benefits.unlimited(1), customer);
        Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(60, 1, 0)));
        OrderFollowing server = new OrderFollowing(coupons, Optional.of(List.of("server", Event.SHOPPER)));

        follow(server, cancelled(customer, "browser"), cancelled(customer, Event.SHOPPER));
        assertThat(benefits.coupon(coupon.id()))
                .isNotNull()
                .extracting(StoredCoupon::stored)
                .isEqualTo(CouponState.REDEEMED);

        follow(server, cancelled(customer, "server"));
        assertThat(benefits.coupon(coupon.id())).isEqualTo(coupon);
    }

    private void follow(Event... events) {
        follow(following, events);
    }

    private void follow(OrderFollowing orders, Event... events) {
        Edition none = new Edition(new Sending(0, false), Map.of());
        benefits.wait(database.inTransaction(transaction -> orders.of(transaction, List.of(events), none)));
    }

    private Event cancelled(String by, String source) {
        Instant now = Instant.now();
        return Event.builder(
                        UUID.randomUUID().toString(),
                        EventType.TRACK,
                        CustomerId.parse(by),
                        new Times(now, now, null, null),
                        source)
                .name("Order Cancelled")
                .order(new Order(order, null, null, null, null, null))
                .build();
    }

    @Test
    void expiresACouponWhoseOrderIsReversedTooLate() {
        String benefit = benefits.add(TWENTY_FROM_FIFTY, 1, 20 * UNIT, 1);
        StoredCoupon coupon = issue(benefit, customer);
        Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(100, 1, 0)));
        benefits.run("UPDATE coupon SET expires_at = now() WHERE id = $1", Tuple.of(coupon.id()));

        reverse(order);

        assertThat(benefits.coupon(coupon.id()))
                .isNotNull()
                .extracting(StoredCoupon::stored)
                .isEqualTo(CouponState.EXPIRED);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(0, 0, 0, 1, 0));
    }

    @Test
    void showsACustomerWhatItCanUse() {
        String benefit = benefits.unlimited(3);
        StoredCoupon forEver = issue(benefit, customer);
        benefits.set("valid_for = 'PT2H'", benefit);
        StoredCoupon soon = issue(benefit, customer);
        StoredCoupon used = issue(benefit, customer);
        Ask.data("admin", REDEEM, redeem(order, customer, used.code(), cart(100, 1, 0)));

        JsonPath offers = Ask.customer("analyst", customer, "offers { id code state name terms { off { amount } } }");

        assertThat(offers.getList("data._entities[0].offers.id")).containsExactly(soon.id(), forEver.id());
        assertThat(offers.getList("data._entities[0].offers.code")).containsExactly(soon.code(), forEver.code());
        assertThat(offers.getList("data._entities[0].offers.terms.off.amount")).containsExactly(20, 20);
    }

    @Test
    void knowsACustomerByTheIdsThatItHadBefore() {
        String merged = "anon:" + customer;
        StoredCoupon coupon = issue(benefits.unlimited(1), merged);
        refused("COUPON_UNKNOWN", "input.code", redeem(order, customer, coupon.code(), cart(60, 1, 0)));

        Profiles.customer(customer, List.of(customer, merged), Map.of());

        assertThat(Ask.customer("analyst", customer, "offers { id }").getList("data._entities[0].offers.id"))
                .containsExactly(coupon.id());
        assertThat(Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(60, 1, 0)))
                        .getString("data.redeem.customer.id"))
                .isEqualTo(merged);
    }

    @Test
    void usesCouponsWhileProfileServiceIsAway() {
        StoredCoupon coupon = issue(benefits.unlimited(1), customer);
        Profiles.away(true);
        try {
            Ask.data("admin", REDEEM, redeem(order, customer, coupon.code(), cart(60, 1, 0)));
            Ask.as("admin", REDEEM, redeem("2" + order, "thief", coupon.code(), cart(60, 1, 0)))
                    .body("errors[0].extensions.code", equalTo("PROFILES_UNAVAILABLE"));
        } finally {
            Profiles.away(false);
        }
    }

    @Test
    void letsAShopperUseItsOwnCodesOnly() {
        StoredCoupon own = issue(benefits.unlimited(1), "tester");
        Ask.data("shopper", REDEEM, redeem(order, "tester", own.code(), cart(60, 1, 0)));
        Ask.as("shopper", REDEEM, redeem("2" + order, customer, own.code(), cart(60, 1, 0)))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Ask.as("shopper", REVERSE, Map.of("input", Map.of("order", order)))
                .body("errors[0].extensions.code", equalTo("FORBIDDEN"));
    }

    @Test
    void believesTheShopMoreThanTheShopperAboutTheCart() {
        String benefit =
                benefits.add(new Percent("CNY", BigDecimal.TEN, OptionalLong.of(900 * UNIT), 0), 1, 900 * UNIT, 1);
        StoredCoupon own = issue(benefit, "tester");
        Ask.data("shopper", REDEEM, redeem(order, "tester", own.code(), cart(9000, 1, 0)));
        Ask.as("shopper", REDEEM, redeem(order, "tester", own.code(), cart(50, 1, 0)))
                .body("errors[0].extensions.code", equalTo("ORDER_CART_CHANGED"));

        JsonPath real = Ask.data("admin", REDEEM, redeem(order, "tester", own.code(), cart(50, 1, 0)));

        assertThat(real.getInt("data.redeem.discount.amount")).isEqualTo(5);
        assertThat(benefits.benefit(benefit).tally()).isEqualTo(new StoredBenefit.Tally(1, 0, 5 * UNIT, 1, 1));
        Ask.as("shopper", REDEEM, redeem(order, "tester", own.code(), cart(9000, 1, 0)))
                .body("errors[0].extensions.code", equalTo("ORDER_CART_CHANGED"));
        refused("ORDER_CART_CHANGED", "input.cart", redeem(order, "tester", own.code(), cart(9000, 1, 0)));
    }

    @Test
    void takesBackWhatAShopperSaidThoughTheShopsOwnCartGetsNothing() {
        StoredCoupon own = issue(benefits.unlimited(1), "tester");
        Ask.data("shopper", REDEEM, redeem(order, "tester", own.code(), cart(60, 1, 0)));

        refused("CART_BELOW_THRESHOLD", "input.code", redeem(order, "tester", own.code(), cart(1, 1, 0)));

        assertThat(benefits.coupon(own.id())).isEqualTo(own);
    }

    @Test
    void takesAnOrderFromAShopperWhoseItIsNot() {
        StoredCoupon thiefs = issue(benefits.unlimited(1), "tester");
        StoredCoupon owners = issue(benefits.unlimited(1), customer);
        Ask.data("shopper", REDEEM, redeem(order, "tester", thiefs.code(), cart(60, 1, 0)));

        JsonPath owner = Ask.data("admin", REDEEM, redeem(order, customer, owners.code(), cart(80, 1, 0)));

        assertThat(owner.getString("data.redeem.customer.id")).isEqualTo(customer);
        assertThat(benefits.coupon(thiefs.id())).isEqualTo(thiefs);
    }

    @Test
    void keepsWhatTheShopConfirmed() {
        StoredCoupon own = issue(benefits.unlimited(1), "tester");
        StoredCoupon other = issue(benefits.unlimited(1), customer);
        Map<String, ?> same = redeem(order, "tester", own.code(), cart(60, 1, 0));
        Ask.data("shopper", REDEEM, same);
        Ask.data("admin", REDEEM, same);

        refused("ORDER_HAS_ANOTHER_COUPON", "input.order", redeem(order, customer, other.code(), cart(60, 1, 0)));
    }

    private StoredCoupon issue(String benefit, String holder) {
        return benefits.issue(new IssueRequest(
                UUID.randomUUID().toString(),
                benefit,
                holder,
                null,
                Instant.now().minus(Duration.ofMinutes(1))));
    }

    private static String reverse(String order) {
        return Ask.data("marketer", REVERSE, Map.of("input", Map.of("order", order)))
                .getString("data.reverseRedemption.reversedAt");
    }

    private static void refused(String code, String field, Map<String, ?> variables) {
        Ask.refused(code, field, REDEEM, variables);
    }

    private static Map<String, ?> redeem(String order, String customer, String code, Map<String, ?> cart) {
        return Map.of("input", Map.of("order", order, "customer", customer, "code", code, "cart", cart));
    }

    private static Map<String, ?> cart(double price, int quantity, double shipping) {
        return Map.of("currency", "CNY", "lines", lines(price, quantity), "shipping", shipping);
    }

    private static Map<String, ?> cart(List<?> lines) {
        return Map.of("currency", "CNY", "lines", lines);
    }

    private static List<?> lines(double price, int quantity) {
        return List.of(line(price, quantity));
    }

    private static Map<String, ?> line(double price, int quantity) {
        return Map.of("product", "p1", "price", price, "quantity", quantity);
    }
}
