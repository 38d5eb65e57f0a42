package io.clientele.loader.demoshop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SequencedMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures the default demo shop against the source shop's figures; docs/demo-shop.md shows the table that it writes. */
class DemoShopFiguresTest {

    private static SequencedMap<String, Double> figures;

    @BeforeAll
    static void measure() throws IOException {
        figures = new MeasuredShop(new DemoShop(DemoShop.DEFAULT_SEED, DemoShop.DEFAULT_EVENTS, DemoShop.DEFAULT_END))
                .figures();
        StringBuilder table = new StringBuilder("| figure | measured |\n|---|---|\n");
        figures.forEach((name, value) -> table.append(String.format(Locale.ROOT, "| %s | %.3f |%n", name, value)));
        Files.writeString(Path.of("target", "demo-shop-figures.md"), table);
    }

    @ParameterizedTest(name = "{0} is {1} to {2}")
    @CsvSource(delimiter = '|', textBlock = """
            A1 customers aged 25-35                          | 0.61  | 0.67
            A1 customers aged 45+                            | 0.09  | 0.13
            A1 order value 45+ / all                         | 1.15  | 1.70
            A1 women's lines in beauty, apparel              | 0.48  | 0.60
            A1 men's lines in beauty, apparel                | 0.04  | 0.12
            A1 men's lines in digital, sports                | 0.40  | 0.56
            A1 women's lines in digital, sports              | 0.02  | 0.08
            A1 45+ lines in home, mother-and-baby            | 0.35  | 0.52
            A2 order value tier-1 / new tier-1               | 1.15  | 1.70
            A2 order value new tier-1 / lower tiers          | 1.03  | 1.40
            A2 lower tiers' lines in appliances, daily goods | 0.37  | 0.43
            A2 tier-1 lines in light luxury, imports         | 0.15  | 0.25
            A2 lower tiers' lines in light luxury, imports   | 0.01  | 0.05
            A3 visitors with iOS or Android                  | 0.915 | 0.925
            A3 dwell iOS / Android                           | 1.16  | 1.20
            A3 payment conversion Android / iOS              | 1.01  | 1.12
            A3 PC visits on weekdays 9-18h                   | 0.90  | 1.00
            A3 durables among PC's lines                     | 0.36  | 0.55
            A3 durables among mobile lines                   | 0.18  | 0.30
            A4 women's visits 20-22h                         | 0.47  | 0.55
            A4 women's visits 12-14h                         | 0.05  | 0.10
            A4 men's visits 12-14h                           | 0.47  | 0.55
            A4 men's visits 20-22h                           | 0.05  | 0.10
            A4 cost of a new customer app / mini-program     | 0.74  | 0.76
            A4 third-party visitors who buy                  | 0.075 | 0.085
            A4 repurchase mini-program / app                 | 1.08  | 1.16
            A4 longest third-party span in days              | 45    | 90
            B5 visits from home to product                   | 0.74  | 0.82
            B5 lost from product to cart                     | 0.43  | 0.47
            B5 lost from cart to checkout                    | 0.40  | 0.52
            B5 lost from checkout to payment                 | 0.30  | 0.40
            B6 loss by a slow page                           | 0.26  | 0.34
            B6 loss by an irrelevant recommendation          | 0.11  | 0.19
            B6 loss by missing images                        | 0.15  | 0.25
            B6 loss by missing reviews                       | 0.10  | 0.20
            B6 loss by no price comparison                   | 0.06  | 0.14
            B6 loss by an empty stock                        | 1.00  | 1.00
            B6 loss by a missing payment method              | 0.18  | 0.32
            B6 loss by a failed payment                      | 0.48  | 0.62
            B10 minutes to the first answer                  | 13.5  | 16.5
            C1 loyal buyers                                  | 0.075 | 0.085
            C1 revenue of loyal buyers                       | 0.38  | 0.42
            C1 potential churn                               | 0.24  | 0.26
            C2 frequent buyers                               | 0.035 | 0.05
            C2 frequent buyers' lines in fast-moving goods   | 0.65  | 0.90
            C2 rare buyers' lines in fast-moving goods       | 0.20  | 0.45
            C2 frequent buyers' lines in durables            | 0.03  | 0.15
            C2 rare buyers' lines in durables                | 0.22  | 0.42
            C3 potential                                     | 0.40  | 0.50
            C3 intent                                        | 0.26  | 0.36
            C3 new                                           | 0.04  | 0.10
            C3 loyal                                         | 0.005 | 0.03
            """)
    void hasTheFiguresOfTheSourceShop(String figure, double least, double most) {
        assertThat(figures.get(figure)).as(figure).isBetween(least, most);
    }

    @Test
    void measuresNoFigureWithoutATolerance() {
        assertThat(figures).hasSize(52);
    }
}
