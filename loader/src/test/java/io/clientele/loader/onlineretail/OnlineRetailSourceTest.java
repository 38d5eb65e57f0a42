package io.clientele.loader.onlineretail;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.loader.EventSources;
import io.clientele.loader.Gathered;
import io.clientele.loader.ImportFormat;
import io.clientele.loader.RealData;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

import static org.assertj.core.api.Assertions.assertThat;

class OnlineRetailSourceTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir
    private Path folder;

    /** What the messages of the real file add up to. */
    private static final class Sums {
        private final Map<String, Long> events = new TreeMap<>();
        private final Map<String, Long> bad = new TreeMap<>();
        private final Set<String> ids = new HashSet<>();
        private final Map<String, Set<Instant>> instantsByOrder = new HashMap<>();
        private final Map<String, TreeSet<Instant>> ordersByCustomer = new HashMap<>();
        private BigDecimal revenue = BigDecimal.ZERO;

        private void add(Row row) {
            switch (row) {
                case Row.Bad badRow -> bad.merge(badRow.reason().code(), 1L, Long::sum);
                case Row.Message message -> add(Gathered.json(message.json()));
            }
        }

        private void add(JsonNode message) {
            String event = message.get("event").asText();
            events.merge(event, 1L, Long::sum);
            ids.add(message.get("messageId").asText());
            if (event.equals("Order Completed")) {
                Instant time = Instant.parse(message.get("timestamp").asText());
                revenue = revenue.add(message.at("/properties/revenue").decimalValue());
                instantsByOrder
                        .computeIfAbsent(message.at("/properties/order_id").asText(), o -> new HashSet<>())
                        .add(time);
                ordersByCustomer
                        .computeIfAbsent(message.get("userId").asText(), c -> new TreeSet<>())
                        .add(time);
            }
        }

        /** Customers whose second order comes within a time of their first, and later than it. */
        private long secondWithin(Duration window) {
            return ordersByCustomer.values().stream()
                    .filter(times -> times.size() > 1)
                    .filter(times ->
                            !times.higher(times.first()).isAfter(times.first().plus(window)))
                    .count();
        }
    }

    @Test
    void addsUpToThePublishedFiguresOfTheRealFile() {
        Sums sums = new Sums();
        try (Rows rows = EventSources.open(ImportFormat.ONLINE_RETAIL, RealData.file("online_retail.csv.gz"))
                .open()) {
            rows.forEachRemaining(sums::add);
        }
        assertThat(sums.events).isEqualTo(Map.of("Order Completed", 397_884L, "Order Refunded", 8_905L));
        assertThat(sums.bad).isEqualTo(Map.of("missing_customer", 135_080L, "price_not_positive", 40L));
        assertThat(sums.ids).hasSize(397_884 + 8_905);
        assertThat(sums.revenue).isEqualByComparingTo("8911407.904");
        assertThat(sums.instantsByOrder).hasSize(18_532);
        assertThat(sums.instantsByOrder.values())
                .allSatisfy(times -> assertThat(times).hasSize(1));
        assertThat(sums.ordersByCustomer).hasSize(4_338);
        assertThat(List.of(7, 30, 90, 365).stream().map(days -> sums.secondWithin(Duration.ofDays(days))))
                .containsExactly(382L, 950L, 1_921L, 2_840L);
    }

    @Test
    void givesAllLinesOfAnInterruptedOrderItsEarliestInstant() throws IOException {
        List<JsonNode> messages = rows(
                        "536365,85123A,\"LANTERN, \"\"WHITE\"\"\",6,2010-12-01 08:27:00,2.55,17850.0,France",
                        "536366,71053,LAMP,1,2010-12-01 08:28:00,0.001,17851.0,France",
                        "536365,71053,LAMP,2,2010-12-01 08:26:00,3.39,17850.0,France")
                .json();
        assertThat(messages.stream().map(m -> m.get("timestamp").asText()))
                .containsExactly("2010-12-01T08:26:00Z", "2010-12-01T08:28:00Z", "2010-12-01T08:26:00Z");
        JsonNode first = messages.getFirst();
        assertThat(first).isEqualTo(Gathered.json("""
                {"type":"track","event":"Order Completed","messageId":%s,"userId":"17850",
                 "timestamp":"2010-12-01T08:26:00Z","context":{"location":{"country":"France"}},
                 "properties":{"order_id":"536365","revenue":15.30,"currency":"GBP","product_id":"85123A",
                   "name":"LANTERN, \\"WHITE\\"","price":2.55,"quantity":6}}""".formatted(first.get("messageId"))));
    }

    @Test
    void turnsACreditNoteIntoARefundOfPositiveAmounts() throws IOException {
        JsonNode refund = rows("C536379,D,Discount,-2,2010-12-01 09:41:00,27.50,14527.0,United Kingdom")
                .json()
                .getFirst();
        assertThat(refund.get("event").asText()).isEqualTo("Order Refunded");
        assertThat(refund.get("userId").asText()).isEqualTo("14527");
        assertThat(refund.at("/properties/order_id").asText()).isEqualTo("C536379");
        assertThat(refund.at("/properties/quantity").asInt()).isEqualTo(2);
        assertThat(refund.at("/properties/revenue").decimalValue()).isEqualByComparingTo("55");
    }

    @Test
    void countsWhatIsNoTradeByItsReason() throws IOException {
        Gathered rows = rows(
                "1,A,x,1,2010-12-01 09:41:00,1,,UK",
                "1,A,x,1,2010-12-01 09:41:00,0,1.0,UK",
                "1,A,x,-1,2010-12-01 09:41:00,1,1.0,UK",
                "C1,A,x,1,2010-12-01 09:41:00,1,1.0,UK",
                "1,A,x,one,2010-12-01 09:41:00,1,1.0,UK",
                "1,A,x,1,01/12/2010 09:41,1,1.0,UK",
                "1,A,x,1,2010-12-01 09:41:00,1e3,1.0,UK",
                ",A,x,1,2010-12-01 09:41:00,1,1.0,UK",
                "1,,x,1,2010-12-01 09:41:00,1,1.0,UK");
        assertThat(rows.messages()).isEmpty();
        assertThat(rows.bad().stream().map(bad -> bad.reason().code()))
                .containsExactly(
                        "missing_customer",
                        "price_not_positive",
                        "quantity_not_positive",
                        "refund_not_negative",
                        "invalid_quantity",
                        "invalid_time",
                        "invalid_price",
                        "missing_order",
                        "missing_product");
    }

    private Gathered rows(String... rows) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, HEADER + String.join("\n", rows));
        return Gathered.of(EventSources.open(ImportFormat.ONLINE_RETAIL, file));
    }
}
