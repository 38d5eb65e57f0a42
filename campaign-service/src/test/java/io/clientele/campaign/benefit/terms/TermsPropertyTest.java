package io.clientele.campaign.benefit.terms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

class TermsPropertyTest {

    private static final long MOST = 1_000_000_000_000L;

    @Property
    void takesBetweenACoinAndWhatThereIs(@ForAll("terms") Terms terms, @ForAll("carts") Cart cart) {
        switch (terms.discount(cart)) {
            case Discount.Granted granted -> {
                assertThat(granted.millionths()).isPositive().isLessThanOrEqualTo(terms.base(cart));
                assertThat(granted.millionths()).isLessThanOrEqualTo(cart.total());
                assertThat(granted.millionths())
                        .isLessThanOrEqualTo(terms.most().orElse(Long.MAX_VALUE));
                assertThat(granted.millionths() % Coins.coin(cart.currency())).isZero();
                assertThat(cart.goods()).isGreaterThanOrEqualTo(terms.minSpend());
            }
            case Discount.BelowThreshold below ->
                assertThat(cart.goods() + below.missing()).isEqualTo(terms.minSpend());
            case Discount.OtherCurrency other -> assertThat(other.currency()).isNotEqualTo(cart.currency());
            case Discount.Nothing _ ->
                assertThat(Math.min(terms.off(cart), terms.base(cart))).isLessThan(Coins.coin(cart.currency()));
        }
    }

    @Property
    void neverTakesLessOffMoreGoods(
            @ForAll("terms") Terms terms,
            @ForAll("carts") Cart cart,
            @ForAll @LongRange(min = 0, max = MOST) long more) {
        Cart larger = new Cart(cart.currency(), cart.goods() + more, cart.shipping());
        assertThat(off(terms, larger)).isGreaterThanOrEqualTo(off(terms, cart));
    }

    @Property
    void comesBackFromJsonAsItWas(@ForAll("terms") Terms terms) {
        assertThat(TermsJson.read(TermsJson.write(terms))).isEqualTo(terms);
    }

    private static long off(Terms terms, Cart cart) {
        return terms.discount(cart) instanceof Discount.Granted granted ? granted.millionths() : 0;
    }

    @Provide
    Arbitrary<Cart> carts() {
        return Combinators.combine(currencies(), amounts(0), amounts(0)).as(Cart::new);
    }

    @Provide
    Arbitrary<Terms> terms() {
        Arbitrary<BigDecimal> percents =
                Arbitraries.integers().between(1, 10_000).map(hundredths -> BigDecimal.valueOf(hundredths, 2));
        return Arbitraries.oneOf(
                Combinators.combine(currencies(), amounts(1), amounts(0)).as(Threshold::new),
                Combinators.combine(currencies(), percents, limits(), amounts(0))
                        .as(Percent::new),
                Combinators.combine(currencies(), steps()).as(Stepped::new),
                Combinators.combine(currencies(), limits(), amounts(0)).as(FreeShipping::new));
    }

    private static Arbitrary<List<Stepped.Step>> steps() {
        return Combinators.combine(amounts(1), amounts(1))
                .as(Stepped.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(TermsPropertyTest::rising);
    }

    private static List<Stepped.Step> rising(List<Stepped.Step> rises) {
        List<Stepped.Step> steps = new ArrayList<>();
        long minSpend = 0;
        long off = 0;
        for (Stepped.Step rise : rises) {
            minSpend += rise.minSpend();
            off += rise.off();
            steps.add(new Stepped.Step(minSpend, off));
        }
        return steps;
    }

    private static Arbitrary<OptionalLong> limits() {
        return amounts(1)
                .map(OptionalLong::of)
                .injectDuplicates(0.1)
                .optional()
                .map(limit -> limit.orElse(OptionalLong.empty()));
    }

    private static Arbitrary<String> currencies() {
        return Arbitraries.frequency(Tuple.of(8, "CNY"), Tuple.of(2, "JPY"));
    }

    private static Arbitrary<Long> amounts(long least) {
        return Arbitraries.longs().between(least, MOST);
    }
}
