package io.clientele.contract.event;

import java.math.BigDecimal;
import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.contract.event.InvalidEvent.Code;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

class MoneyTest {

    @Property
    boolean parsesBackWhatItWrites(@ForAll long millionths) {
        Money money = new Money(millionths, "CNY");
        return Money.parse("order.revenue", money.amount().toPlainString(), "CNY")
                .equals(money);
    }

    @ParameterizedTest
    @CsvSource({
        "19.99, 19990000",
        "0, 0",
        "-5, -5000000",
        "1e3, 1000000000",
        "0.0000005, 0",
        "0.0000015, 2",
        "0.0000025, 2",
        "0.00000051, 1",
        "0.00000004, 0",
        "9223372036854.775807, 9223372036854775807",
        "-9223372036854.775808, -9223372036854775808"
    })
    void roundsHalfEvenBeyondSixDecimals(String amount, long millionths) {
        assertThat(Money.parse("order.revenue", amount, "EUR")).isEqualTo(new Money(millionths, "EUR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854.775808", "-9223372036854.775809", "1e13", "1e999999999"})
    void refusesWhatALongCannotHold(String amount) {
        Refusals.refuses(() -> Money.parse("order.revenue", amount, "EUR"), Code.OUT_OF_RANGE, "order.revenue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,50", "NaN", "1e99999999999"})
    void refusesWhatIsNoNumber(String amount) {
        Refusals.refuses(() -> Money.parse("order.revenue", amount, "EUR"), Code.INVALID_TYPE, "order.revenue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EU", "eur", "EURO", "€UR"})
    void refusesWhatIsNoCurrency(String currency) {
        Refusals.refuses(() -> new Money(1, currency), Code.INVALID_VALUE, "currency");
    }

    @Test
    void neverWritesOutAnEnormousExponent() {
        Money nearlyNothing = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Money.of("order.revenue", new BigDecimal("1e-999999999"), "EUR"));

        assertThat(nearlyNothing.millionths()).isZero();
    }
}
