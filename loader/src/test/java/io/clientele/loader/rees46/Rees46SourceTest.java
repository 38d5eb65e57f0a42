package io.clientele.loader.rees46;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.loader.EventSources;
import io.clientele.loader.Gathered;
import io.clientele.loader.ImportFormat;
import io.clientele.loader.RealData;
import io.clientele.loader.source.LoadFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class Rees46SourceTest {

    private static final String HEADER =
            "event_time,event_type,product_id,category_id,category_code,brand,price,user_id,user_session\r\n";

    @TempDir
    private Path folder;

    @Test
    void makesOneDistinctMessageOfEveryLineOfTheRealFile() {
        Gathered rows = Gathered.of(EventSources.open(ImportFormat.REES46, RealData.file("rees46_2019-10-01.csv.gz")));
        assertThat(rows.bad()).isEmpty();
        List<JsonNode> messages = rows.json();
        assertThat(messages).hasSize(17_434);
        assertThat(messages.stream().map(m -> m.get("messageId").asText()).distinct())
                .hasSize(17_434);
        assertThat(events(messages, "Product Viewed")).hasSize(17_055);
        assertThat(events(messages, "Product Added")).hasSize(165);
        List<JsonNode> orders = events(messages, "Order Completed");
        assertThat(orders).hasSize(214);
        assertThat(users(messages)).isEqualTo(4_504);
        assertThat(users(events(messages, "Product Added"))).isEqualTo(111);
        assertThat(users(orders)).isEqualTo(193);
        assertThat(orders.stream()
                        .map(m -> m.at("/properties/revenue").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("59442.63");
        assertThat(messages.stream()
                        .map(m -> m.at("/context/sessionId").asText())
                        .distinct())
                .hasSize(5_066);
        assertThat(messages.stream()
                        .map(m -> m.at("/properties/product_id").asText())
                        .distinct())
                .hasSize(6_493);
    }

    @Test
    void translatesAViewWithAllThatTheRowKnows() throws IOException {
        JsonNode message =
                only("2019-10-01 00:00:01 UTC,view,17200506,2053,furniture.living_room.sofa,ikea,543.10,519,s-1");
        JsonNode id = message.get("messageId");
        assertThat(id.asText()).matches("rees46-2-[0-9a-f]{16}");
        assertThat(message).isEqualTo(Gathered.json("""
                {"type":"track","event":"Product Viewed","messageId":%s,"userId":"519",
                 "timestamp":"2019-10-01T00:00:01Z","context":{"sessionId":"s-1"},
                 "properties":{"product_id":"17200506","category_id":"2053","category":"furniture.living_room.sofa",
                   "brand":"ikea","price":543.10,"currency":"USD"}}""".formatted(id)));
    }

    @Test
    void takesPurchasesOfOneSessionAtOneInstantAsOneOrder() throws IOException {
        List<String> orders = rows(
                        "2019-10-01 00:00:01 UTC,purchase,1,2,,,10.00,519,s-1",
                        "2019-10-01 00:00:01 UTC,purchase,3,2,,,5.50,519,s-1",
                        "2019-10-01 00:00:02 UTC,purchase,3,2,,,5.50,519,s-1",
                        "2019-10-01 00:00:01 UTC,purchase,3,2,,,5.50,519,s-2")
                .json()
                .stream()
                .map(m -> m.at("/properties/order_id").asText())
                .toList();
        assertThat(orders.get(0)).isEqualTo(orders.get(1)).isEqualTo("s-1-1569888001");
        assertThat(orders.stream().distinct()).hasSize(3);
    }

    @Test
    void leavesOutWhatARowDoesNotKnow() throws IOException {
        JsonNode message = only("2019-10-01 00:00:01 UTC,remove_from_cart,1,,,,10.00,519,");
        assertThat(message.get("event").asText()).isEqualTo("Product Removed");
        assertThat(message.has("context")).isFalse();
        assertThat(message.get("properties").properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("product_id", "price", "currency");
    }

    @Test
    void reportsRowsItCannotTakeWithTheirLinesAndGoesOn() throws IOException {
        Gathered rows = rows(
                "2019-10-01 00:00:01 UTC,view,1,2,,,10.00,519,s-1",
                "2019-10-01 00:00:01 UTC,glance,1,2,,,10.00,519,s-1",
                "2019-13-01 00:00:01 UTC,view,1,2,,,10.00,519,s-1",
                "2019-10-01 00:00:01 UTC,view,1,2,,,ten,519,s-1",
                "2019-10-01 00:00:01 UTC,view,1,2,,,-1,519,s-1",
                "2019-10-01 00:00:01 UTC,view,1,2,,,10.00,,s-1",
                "2019-10-01 00:00:01 UTC,view,,2,,,10.00,519,s-1",
                "2019-10-01 00:00:01 UTC,view,1",
                "2019-10-01 00:00:01 UTC,view,1,2,,,10.00,519,s-1");
        assertThat(rows.bad().stream()
                        .map(bad -> bad.line() + " " + bad.reason().code()))
                .containsExactly(
                        "3 unknown_event_type",
                        "4 invalid_time",
                        "5 invalid_price",
                        "6 invalid_price",
                        "7 missing_customer",
                        "8 missing_product",
                        "9 wrong_number_of_cells");
        assertThat(rows.messages().stream().map(m -> m.line())).containsExactly(2L, 10L);
    }

    @Test
    void namesTheColumnThatAFileLacks() throws IOException {
        Path file = folder.resolve("lacking.csv");
        Files.writeString(file, HEADER.replace("price,", ""));
        assertThatThrownBy(() -> EventSources.open(ImportFormat.REES46, file).open())
                .isInstanceOfSatisfying(LoadFailure.class, failure -> {
                    assertThat(failure.code()).isEqualTo(LoadFailure.Code.COLUMN_MISSING);
                    assertThat(failure).hasMessageContaining("lacks the column price");
                });
    }

    private JsonNode only(String row) throws IOException {
        return rows(row).json().getFirst();
    }

    private Gathered rows(String... rows) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, HEADER + String.join("\r\n", rows) + "\r\n");
        return Gathered.of(EventSources.open(ImportFormat.REES46, file));
    }

    private static List<JsonNode> events(List<JsonNode> messages, String event) {
        Predicate<JsonNode> named = m -> m.get("event").asText().equals(event);
        return messages.stream().filter(named).toList();
    }

    private static long users(List<JsonNode> messages) {
        return messages.stream()
                .map(m -> m.get("userId").asText())
                .collect(Collectors.toSet())
                .size();
    }
}
