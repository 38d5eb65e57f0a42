package io.clientele.campaign.benefit;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.clientele.campaign.Ask;
import io.clientele.campaign.CampaignStack;
import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.edge.testing.SigningKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.campaign.benefit.TestBenefits.UNIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
class DefineBenefitQuarkusTest {

    private static final String DEFINE = """
            mutation($input: DefineBenefitInput!) { defineBenefit(input: $input) {
              id name version stock stockLeft budget { amount currency } reserved { amount } spent { amount } issued redeemed
              perCustomerLimit validFor validUntil code changedBy
              terms { kind currency minSpend { amount } off { amount } percent maxDiscount { amount }
                steps { minSpend { amount } off { amount } } } } }""";

    private final String id = "b-" + UUID.randomUUID();

    @Inject
    TestBenefits benefits;

    @BeforeEach
    void awaitSchema() {
        CampaignStack.awaitSchema();
    }

    @Test
    void definesEachKind() {
        Ask.good(DEFINE, input(Map.of()))
                .body("data.defineBenefit.terms.off.amount", equalTo(20))
                .body("data.defineBenefit.terms.minSpend.amount", equalTo(50))
                .body("data.defineBenefit.version", equalTo(1))
                .body("data.defineBenefit.perCustomerLimit", equalTo(1))
                .body("data.defineBenefit.stockLeft", nullValue())
                .body("data.defineBenefit.changedBy", equalTo("tester"));
        Map<String, Object> percent = without("off");
        percent.putAll(
                Map.of("kind", "PERCENT", "percent", 12.5, "maxDiscount", 30, "budget", 1000, "validFor", "P14D"));
        Ask.good(DEFINE, Map.of("input", percent))
                .body("data.defineBenefit.terms.percent", equalTo(12.5f))
                .body("data.defineBenefit.budget.amount", equalTo(1000))
                .body("data.defineBenefit.version", equalTo(2))
                .body("data.defineBenefit.validFor", equalTo("PT336H"));
        Map<String, Object> stepped = without("off", "minSpend");
        stepped.putAll(Map.of("kind", "STEPPED", "steps", List.of(step(50, 5), step(100, 20)), "stock", 3));
        Ask.good(DEFINE, Map.of("input", stepped))
                .body("data.defineBenefit.terms.steps.off.amount", equalTo(List.of(5, 20)))
                .body("data.defineBenefit.stockLeft", equalTo(3));
        Map<String, Object> shipping = without("off");
        shipping.putAll(Map.of("kind", "FREE_SHIPPING", "code", "Ship-" + id.substring(2, 10)));
        Ask.good(DEFINE, Map.of("input", shipping))
                .body("data.defineBenefit.terms.kind", equalTo("FREE_SHIPPING"))
                .body("data.defineBenefit.code", equalTo("Ship-" + id.substring(2, 10)));
        Ask.good("query($id: ID!) { benefit(id: $id) { version } benefits { id } }", Map.of("id", id))
                .body("data.benefit.version", equalTo(4))
                .body("data.benefits.findAll { it.id == '" + id + "' }.size()", equalTo(1));
    }

    @Test
    void makesOneChangeOfARepeatedKey() {
        Map<String, ?> input = input(Map.of("key", id));
        Ask.good(DEFINE, input);
        Ask.good(DEFINE, input).body("data.defineBenefit.version", equalTo(1));
        Ask.refused("KEY_REUSED", "input.key", DEFINE, input(Map.of("key", id, "off", 21)));
    }

    @Test
    void leavesCouponsThatAreOutWithTheirTerms() {
        Ask.good(DEFINE, input(Map.of()));
        IssueRequest request = new IssueRequest(UUID.randomUUID().toString(), id, "c1", null, Instant.now());
        StoredCoupon coupon = benefits.issue(request);

        Ask.good(DEFINE, input(Map.of("off", 1)));

        assertThat(benefits.coupon(coupon.id())).isEqualTo(coupon);
        assertThat(benefits.benefit(id).terms().most()).hasValue(UNIT);
    }

    @Test
    void refusesLessThanIsInUse() {
        Ask.good(DEFINE, input(Map.of("stock", 5, "budget", 100)));
        benefits.issue(List.of(
                new IssueRequest(UUID.randomUUID().toString(), id, "c1", null, Instant.now()),
                new IssueRequest(UUID.randomUUID().toString(), id, "c2", null, Instant.now())));

        Ask.refused("STOCK_BELOW_TAKEN", "input.stock", DEFINE, input(Map.of("stock", 1)));
        Ask.refused("BUDGET_BELOW_COMMITTED", "input.budget", DEFINE, input(Map.of("budget", 39.99)));
        Ask.refused("BENEFIT_CURRENCY_CHANGED", "input.currency", DEFINE, input(Map.of("currency", "USD")));
        Ask.good(DEFINE, input(Map.of("stock", 2, "budget", 40)));
    }

    @Test
    void refusesACodeThatReadsLikeAnother() {
        String code = "OIL " + id.substring(2, 10);
        Ask.good(DEFINE, input(Map.of("code", code)));
        Map<String, Object> other = new HashMap<>(values());
        other.putAll(Map.of("id", "x-" + UUID.randomUUID(), "code", code.replace("OIL ", "011-")));
        Ask.refused("CODE_TAKEN", "input.code", DEFINE, Map.of("input", other));
        Ask.good(DEFINE, input(Map.of("code", code)));
    }

    @ParameterizedTest
    @CsvSource({
        "id, Upper",
        "name, ''",
        "currency, XAU",
        "currency, yuan",
        "off, 0",
        "off, -1",
        "off, 0.0000001",
        "off, 1e13",
        "minSpend, -0.01",
        "percent, 10",
        "maxDiscount, 10",
        "stock, -1",
        "stock, 1000000001",
        "budget, -1",
        "perCustomerLimit, 0",
        "perCustomerLimit, 1001",
        "validFor, P1M",
        "validFor, tomorrow",
        "validFor, PT0S",
        "validFor, P9999D",
        "validUntil, +12000-01-01T00:00:00Z",
        "code, abc",
    })
    void refusesValuesThatCannotBe(String field, String value) {
        boolean number = List.of("off", "minSpend", "percent", "maxDiscount", "stock", "budget", "perCustomerLimit")
                .contains(field);
        Object given = number ? new BigDecimal(value) : value;
        Ask.refused("INVALID_VALUE", "input." + field, DEFINE, input(Map.of(field, given)));
    }

    @Test
    void refusesWhatAKindLacks() {
        Ask.refused("INVALID_VALUE", "input.off", DEFINE, Map.of("input", without("off")));
        Map<String, Object> percent = without("off");
        percent.put("kind", "PERCENT");
        Ask.refused("INVALID_VALUE", "input.percent", DEFINE, Map.of("input", percent));
        percent.put("percent", 100.5);
        Ask.refused("INVALID_VALUE", "input.percent", DEFINE, Map.of("input", percent));
        percent.putAll(Map.of("percent", 10, "budget", 10));
        Ask.refused("MAX_DISCOUNT_NEEDED", "input.maxDiscount", DEFINE, Map.of("input", percent));
        percent.putAll(Map.of("maxDiscount", 0));
        Ask.refused("INVALID_VALUE", "input.maxDiscount", DEFINE, Map.of("input", percent));
    }

    @Test
    void refusesStepsThatFallOrOverlap() {
        Map<String, Object> stepped = without("off", "minSpend");
        stepped.put("kind", "STEPPED");
        Ask.refused("INVALID_VALUE", "input.steps", DEFINE, Map.of("input", stepped));
        for (Map<String, ?> second : List.of(step(50, 6), step(49, 6), step(60, 5), step(60, 4))) {
            stepped.put("steps", List.of(step(50, 5), second));
            Ask.refused("STEPS_NOT_RISING", "input.steps[1]", DEFINE, Map.of("input", stepped));
        }
        stepped.put("steps", List.of(step(50, -5)));
        Ask.refused("INVALID_VALUE", "input.steps[0].off", DEFINE, Map.of("input", stepped));
        stepped.put("steps", List.of());
        Ask.refused("INVALID_VALUE", "input.steps", DEFINE, Map.of("input", stepped));
        stepped.put("steps", Collections.nCopies(21, step(50, 5)));
        Ask.refused("INVALID_VALUE", "input.steps", DEFINE, Map.of("input", stepped));
    }

    @Test
    void letsAnalystsReadOnly() {
        Ask.as("analyst", DEFINE, input(Map.of())).body("errors[0].extensions.code", equalTo("FORBIDDEN"));
        Ask.as("analyst", "{ benefits { id } benefit(id: \"nothing\") { id } }", Map.of())
                .body("errors", nullValue())
                .body("data.benefit", nullValue());
    }

    private Map<String, Object> values() {
        return Map.of(
                "key",
                Ask.key(),
                "id",
                id,
                "name",
                "20 off 50",
                "kind",
                "THRESHOLD",
                "currency",
                "CNY",
                "off",
                20,
                "minSpend",
                50);
    }

    private Map<String, ?> input(Map<String, ?> changes) {
        Map<String, Object> input = new HashMap<>(values());
        input.putAll(changes);
        return Map.of("input", input);
    }

    private Map<String, Object> without(String... fields) {
        Map<String, Object> input = new HashMap<>(values());
        for (String field : fields) {
            input.remove(field);
        }
        return input;
    }

    private static Map<String, ?> step(int minSpend, int off) {
        return Map.of("minSpend", minSpend, "off", off);
    }
}
