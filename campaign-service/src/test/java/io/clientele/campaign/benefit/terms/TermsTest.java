package io.clientele.campaign.benefit.terms;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TermsTest {

    private static final long UNIT = 1_000_000;

    @Test
    void takesTwentyFromFiftyOn() {
        Terms terms = new Threshold("CNY", 20 * UNIT, 50 * UNIT);

        assertThat(terms.discount(goods(50))).isEqualTo(new Discount.Granted(20 * UNIT));
        assertThat(terms.discount(new Cart("CNY", 50 * UNIT - 1, 9 * UNIT))).isEqualTo(new Discount.BelowThreshold(1));
        assertThat(terms.discount(new Cart("USD", 50 * UNIT, 0))).isEqualTo(new Discount.OtherCurrency("CNY"));
    }

    @Test
    void takesAPartCutToTheSmallestCoinAndToTheLimit() {
        Percent terms = new Percent("CNY", new BigDecimal("12.5"), OptionalLong.of(10 * UNIT), 0);

        // 12.5 % of 9.99 is 1.24875.
        assertThat(terms.discount(new Cart("CNY", 9_990_000, 0))).isEqualTo(new Discount.Granted(1_240_000));
        assertThat(terms.discount(goods(1_000))).isEqualTo(new Discount.Granted(10 * UNIT));
        assertThat(terms.discount(goods(0))).isEqualTo(new Discount.Nothing());
        assertThat(new Percent("JPY", BigDecimal.TEN, OptionalLong.empty(), 0).discount(new Cart("JPY", 999 * UNIT, 0)))
                .isEqualTo(new Discount.Granted(99 * UNIT));
        assertThat(new Percent("CNY", Percent.HUNDRED, OptionalLong.empty(), 0).discount(new Cart("CNY", Cart.MOST, 0)))
                .isEqualTo(new Discount.Granted(Cart.MOST));
    }

    @Test
    void takesTheHighestStepThatIsReached() {
        Terms terms = new Stepped(
                "CNY", List.of(new Stepped.Step(50 * UNIT, 5 * UNIT), new Stepped.Step(100 * UNIT, 20 * UNIT)));

        assertThat(terms.discount(goods(99))).isEqualTo(new Discount.Granted(5 * UNIT));
        assertThat(terms.discount(goods(100))).isEqualTo(new Discount.Granted(20 * UNIT));
        assertThat(terms.discount(goods(30))).isEqualTo(new Discount.BelowThreshold(20 * UNIT));
    }

    @Test
    void takesShippingOffAndNothingOfTheGoods() {
        Terms terms = new FreeShipping("CNY", OptionalLong.of(8 * UNIT), 30 * UNIT);

        assertThat(terms.discount(new Cart("CNY", 30 * UNIT, 12 * UNIT))).isEqualTo(new Discount.Granted(8 * UNIT));
        assertThat(terms.discount(new Cart("CNY", 30 * UNIT, 5 * UNIT))).isEqualTo(new Discount.Granted(5 * UNIT));
        assertThat(terms.discount(goods(30))).isEqualTo(new Discount.Nothing());
        assertThat(terms.discount(new Cart("CNY", 29 * UNIT, 5 * UNIT))).isEqualTo(new Discount.BelowThreshold(UNIT));
    }

    @Test
    void refusesTermsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold("CNY", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threshold("CNY", 1, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stepped("CNY", List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stepped("CNY", List.of(new Stepped.Step(2, 2), new Stepped.Step(2, 3))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Percent("CNY", new BigDecimal("100.01"), OptionalLong.empty(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new FreeShipping("CNY", OptionalLong.of(0), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cart("CNY", -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cart("CNY", Cart.MOST, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(Duration.ZERO, null));
    }

    @Test
    void knowsMoneyFromOtherThings() {
        assertThat(List.of("CNY", "JPY", "BHD")).allMatch(Coins::exist);
        assertThat(List.of("XAU", "XXX", "ABC", "cny", "")).noneMatch(Coins::exist);
    }

    @Test
    void endsAtItsEnd() {
        Instant end = Instant.parse("2026-12-01T00:00:00Z");
        Validity validity = new Validity(null, end);

        assertThat(validity.isOver(end.minusNanos(1))).isFalse();
        assertThat(validity.isOver(end)).isTrue();
        assertThat(new Validity(null, null).expiry(end)).isNull();
        assertThat(new Validity(null, null).isOver(Instant.MAX)).isFalse();
    }

    private static Cart goods(long units) {
        return new Cart("CNY", units * UNIT, 0);
    }
}
