package io.clientele.campaign.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

import org.duckdb.DuckDBDriver;

import io.clientele.loader.RealData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A difference between two groups of {@link Hillstrom} customers, computed without the product: number by number in Java, or
 * in DuckDB.
 *
 * @param half of the interval of 95 %
 * @param errors the value in standard errors
 */
public record IndependentLift(double value, double half, double errors) {

    /** The 97.5 % quantile of the normal distribution, from a table. */
    private static final BigDecimal QUANTILE = new BigDecimal("1.959963984540054");

    public static BigDecimal flag(boolean flag) {
        return flag ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    public static IndependentLift twoPasses(
            List<Hillstrom> customers, String segment, Function<Hillstrom, BigDecimal> number, boolean unbiased) {
        List<BigDecimal> treated = numbers(customers, segment, number);
        List<BigDecimal> control = numbers(customers, Hillstrom.NONE, number);
        BigDecimal difference = mean(treated).subtract(mean(control));
        BigDecimal error = squaredError(treated, unbiased)
                .add(squaredError(control, unbiased))
                .sqrt(MathContext.DECIMAL128);
        return new IndependentLift(
                difference.doubleValue(),
                error.multiply(QUANTILE).doubleValue(),
                difference.divide(error, MathContext.DECIMAL128).doubleValue());
    }

    private static BigDecimal mean(List<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
    }

    private static BigDecimal squaredError(List<BigDecimal> numbers, boolean unbiased) {
        BigDecimal mean = mean(numbers);
        BigDecimal count = BigDecimal.valueOf(numbers.size());
        return numbers.stream()
                .map(number -> number.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(unbiased ? count.subtract(BigDecimal.ONE) : count, MathContext.DECIMAL128)
                .divide(count, MathContext.DECIMAL128);
    }

    public static IndependentLift inDuckDb(String segment, String column, String variance) throws SQLException {
        String query = """
                WITH arm AS (
                    SELECT segment, avg(%1$s::double) AS mean, %2$s(%1$s::double) / count(*) AS error
                    FROM read_csv(?, header = true)
                    GROUP BY segment
                )
                SELECT treated.mean - control.mean AS difference, sqrt(treated.error + control.error) AS error
                FROM arm AS treated, arm AS control
                WHERE treated.segment = ? AND control.segment = 'No E-Mail'""".formatted(column, variance);
        // Not by DriverManager, which does not see this driver from the class loader of a QuarkusTest.
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, RealData.file(Hillstrom.FILE).toString());
            statement.setString(2, segment);
            try (ResultSet found = statement.executeQuery()) {
                assertThat(found.next()).isTrue();
                double difference = found.getDouble("difference");
                double error = found.getDouble("error");
                return new IndependentLift(difference, error * QUANTILE.doubleValue(), difference / error);
            }
        }
    }

    private static List<BigDecimal> numbers(
            List<Hillstrom> customers, String segment, Function<Hillstrom, BigDecimal> number) {
        return customers.stream()
                .filter(customer -> customer.segment().equals(segment))
                .map(number)
                .toList();
    }

    /** Both tails of the normal distribution, by Simpson's rule on its density. */
    public double pValue() {
        int steps = 20_000;
        double width = Math.abs(errors) / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double weight = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-Math.pow(i * width, 2) / 2);
        }
        return 1 - 2 * sum * width / 3 / Math.sqrt(2 * Math.PI);
    }
}
