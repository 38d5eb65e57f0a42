package io.clientele.funnel.sales;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import io.clientele.funnel.question.Amount;

import static io.clientele.funnel.question.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;

class AmountSumTest {

    @Test
    void tellsUnitsOfTheCurrency() {
        AmountSum sum = AmountSum.of(json("{\"count\": 3, \"min\": 1.0, \"max\": 2.0, \"sum\": 8.911407904E12}"));
        assertThat(sum.amount("GBP")).isEqualTo(new Amount(new BigDecimal("8911407.904"), "GBP"));
        assertThat(sum.exact()).isTrue();
    }

    @Test
    void writesWholeHundredsWithoutExponent() {
        AmountSum sum = AmountSum.of(json("{\"count\": 1, \"min\": 1E8, \"max\": 1E8, \"sum\": 1E8}"));
        assertThat(sum.amount("EUR").amount().toString()).isEqualTo("100");
    }

    @Test
    void roundsAverageHalfUpToMillionths() {
        AmountSum sum = AmountSum.of(json("{\"count\": 2, \"min\": 1.0, \"max\": 2.0, \"sum\": 3.0}"));
        assertThat(sum.average("EUR", 2)).isEqualTo(new Amount(new BigDecimal("0.000002"), "EUR"));
    }

    @Test
    void tellsNothingSoldAsZero() {
        AmountSum sum = AmountSum.of(json("{\"count\": 0, \"min\": null, \"max\": null, \"sum\": 0.0}"));
        assertThat(sum.amount("EUR")).isEqualTo(new Amount(BigDecimal.ZERO, "EUR"));
        assertThat(sum.exact()).isTrue();
    }

    @Test
    void admitsRoundingBeyondFiftyThreeBits() {
        assertThat(AmountSum.of(json("{\"count\": 2, \"min\": 1.0, \"max\": 9E15, \"sum\": 9007199254740992}"))
                        .exact())
                .isTrue();
        assertThat(AmountSum.of(json("{\"count\": 2, \"min\": 1.0, \"max\": 9E15, \"sum\": 9007199254740994}"))
                        .exact())
                .isFalse();
    }

    @Test
    void admitsThatPartialSumsOfRefundsMayHaveBeenRounded() {
        assertThat(AmountSum.of(json("{\"count\": 4, \"min\": -9E15, \"max\": 9E15, \"sum\": 0.0}"))
                        .exact())
                .isFalse();
        assertThat(AmountSum.of(json("{\"count\": 4, \"min\": -9E6, \"max\": 9E6, \"sum\": 0.0}"))
                        .exact())
                .isTrue();
    }
}
