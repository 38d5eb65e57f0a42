package io.clientele.profile.value;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.zip.GZIPInputStream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.clientele.contract.event.CustomerId;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Product;
import io.clientele.contract.event.Times;
import io.clientele.loader.RealData;
import io.clientele.loader.file.InputFile;
import io.clientele.loader.onlineretail.OnlineRetailSource;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;
import io.clientele.profile.facts.CustomerFacts;
import io.clientele.profile.facts.FactsRules;
import io.clientele.profile.facts.Ledger;
import io.clientele.profile.facts.OrderFacts;

import static org.assertj.core.api.Assertions.assertThat;

/** The values of a real shop's customers, computed from its file in two ways that share nothing but the file. */
class OnlineRetailValueTest {

    private static final LocalDate DAY = LocalDate.parse("2011-12-10");
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Instant NOW = DAY.atStartOfDay(ZONE).toInstant();

    /** By customer: of each invoice its day and what its lines cost. */
    private record Invoice(LocalDate day, BigDecimal amount) {
        Invoice plus(Invoice line) {
            return new Invoice(day.isBefore(line.day) ? day : line.day, amount.add(line.amount));
        }
    }

    private record Expected(long recency, long frequency, long monetary) {}

    @Test
    void valuesScoresAndTiersEqualAnIndependentComputation() {
        Path file = RealData.file("online_retail.csv.gz");
        Map<String, CustomerFacts> computed = new TreeMap<>();
        ledgers(file)
                .forEach((customer, ledger) ->
                        computed.put(customer, CustomerFacts.derive(ledger, NOW, FactsRules.of(ZONE, "GBP"))));
        computed.values().removeIf(facts -> facts.orders().count() == 0);
        Collection<OrderFacts> orders =
                computed.values().stream().map(CustomerFacts::orders).toList();
        ValueScale scale = ValueScale.of(NOW, orders);

        Map<String, Expected> expected = expected(file);
        assertThat(expected).hasSize(4_338);
        assertThat(computed.keySet()).isEqualTo(expected.keySet());
        long all = orders.stream().mapToLong(OrderFacts::revenue).sum();
        assertThat(all).isEqualTo(8_911_407_904_000L);

        List<Expected> buyers =
                expected.values().stream().filter(each -> each.frequency > 0).toList();
        assertThat(scale.customers()).isEqualTo(buyers.size());
        expected.forEach((customer, values) -> {
            CustomerValue value =
                    CustomerValue.of(Objects.requireNonNull(computed.get(customer)), scale, ValueRules.DEFAULT);
            assertThat(value.rfm()).isEqualTo(new Rfm(values.recency, values.frequency, values.monetary));
            assertThat(value.tier()).as(customer).isEqualTo(tier(values));
            if (values.frequency == 0) {
                assertThat(value.scores()).isNull();
            } else {
                assertThat(value.scores())
                        .as(customer)
                        .isEqualTo(new RfmScores(
                                6 - score(buyers, Expected::recency, values.recency),
                                score(buyers, Expected::frequency, values.frequency),
                                score(buyers, Expected::monetary, values.monetary)));
            }
        });
    }

    /** One more than the fifths of the population that are wholly below: found by counting, not by sorting. */
    private static int score(List<Expected> buyers, ToLongFunction<Expected> by, long value) {
        long below =
                buyers.stream().mapToLong(by).filter(other -> other < value).count();
        return 1 + (int) (below * 5 / buyers.size());
    }

    private static ValueTier tier(Expected value) {
        double units = value.monetary / 1e6;
        if (value.recency <= 30 && value.frequency >= 5 && units >= 5_000) {
            return ValueTier.LOYAL;
        }
        if (value.recency > 90 && value.frequency <= 2 && units < 1_000) {
            return ValueTier.POTENTIAL_CHURN;
        }
        return value.recency > 90 || (value.recency > 30 && units >= 5_000)
                ? ValueTier.AT_RISK_HIGH_VALUE
                : ValueTier.GROWING;
    }

    /** Straight from the rows: sales are lines of an invoice without C, of a known customer, with quantity and price above 0. */
    private static Map<String, Expected> expected(Path file) {
        Map<String, Map<String, Invoice>> invoices = new HashMap<>();
        try (BufferedReader reader = reader(file)) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)) {
                BigDecimal price = new BigDecimal(row.get("UnitPrice"));
                BigDecimal quantity = new BigDecimal(row.get("Quantity"));
                String customer = row.get("CustomerID").replace(".0", "");
                String invoice = row.get("InvoiceNo");
                if (!invoice.startsWith("C") && !customer.isEmpty() && price.signum() > 0 && quantity.signum() > 0) {
                    LocalDate day = LocalDate.parse(row.get("InvoiceDate").substring(0, 10));
                    invoices.computeIfAbsent(customer, _ -> new HashMap<>())
                            .merge(invoice, new Invoice(day, price.multiply(quantity)), Invoice::plus);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Expected> expected = new TreeMap<>();
        invoices.forEach((customer, own) -> expected.put(customer, expected(own.values())));
        return expected;
    }

    private static Expected expected(Collection<Invoice> invoices) {
        LocalDate last =
                invoices.stream().map(Invoice::day).max(LocalDate::compareTo).orElseThrow();
        List<Invoice> year = invoices.stream()
                .filter(invoice -> ChronoUnit.DAYS.between(invoice.day, DAY) < 365)
                .toList();
        BigDecimal sum = year.stream().map(Invoice::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Expected(
                ChronoUnit.DAYS.between(last, DAY),
                year.size(),
                sum.movePointRight(6).longValueExact());
    }

    /** Through the importer's messages, each line an event. */
    private static Map<String, Ledger> ledgers(Path file) {
        Map<String, List<Event>> events = new HashMap<>();
        ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        try (Rows rows = new OnlineRetailSource(InputFile.of(file)).open()) {
            while (rows.hasNext()) {
                if (rows.next() instanceof Row.Message message) {
                    Event event = event(json.readTree(message.json()));
                    events.computeIfAbsent(event.customer().value(), _ -> new ArrayList<>())
                            .add(event);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Ledger> ledgers = new HashMap<>();
        events.forEach((customer, own) -> ledgers.put(customer, Ledger.EMPTY.plus(own, ZONE)));
        return ledgers;
    }

    private static Event event(JsonNode message) {
        JsonNode properties = message.get("properties");
        Instant at = Instant.parse(message.get("timestamp").asText());
        Money revenue = Money.parse("revenue", properties.get("revenue").asText(), "GBP");
        Money price = Money.parse("price", properties.get("price").asText(), "GBP");
        return Event.builder(
                        message.get("messageId").asText(),
                        EventType.TRACK,
                        CustomerId.of(message.get("userId").asText(), null),
                        new Times(at, at, null, null),
                        "online-retail")
                .name(message.get("event").asText())
                .order(new Order(properties.get("order_id").asText(), revenue, null, null, null, null))
                .products(List.of(new Product(
                        properties.get("product_id").asText(),
                        null,
                        null,
                        null,
                        price,
                        properties.get("quantity").asLong())))
                .build();
    }

    private static BufferedReader reader(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }
}
