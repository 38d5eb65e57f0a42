package io.clientele.loader.demoshop;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.loader.Gathered;
import io.clientele.loader.LoaderOptions;
import io.clientele.loader.source.Row;
import io.clientele.loader.source.Rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoShopTest {

    private static final Instant END = DemoShop.DEFAULT_END;

    @Test
    void givesTheSameBytesForTheSameSeedEverywhere() throws NoSuchAlgorithmException {
        assertThat(hash(new DemoShop(42, 20_000, END)))
                .isEqualTo("378ebfb0ef1184e77816d6de171a2961880b54453937caed22beb2607ff34a30");
    }

    @Test
    void dependsOnSeedAndEndButNotOnTheHourOfTheEnd() throws NoSuchAlgorithmException {
        String hash = hash(new DemoShop(1, 3_000, END));
        assertThat(hash(new DemoShop(2, 3_000, END))).isNotEqualTo(hash);
        assertThat(hash(new DemoShop(1, 3_000, END.plus(Duration.ofDays(1))))).isNotEqualTo(hash);
        assertThat(hash(new DemoShop(1, 3_000, END.plus(Duration.ofHours(23))))).isEqualTo(hash);
    }

    @Test
    void endsWithTheLastDayThatIsOverInChina() {
        assertThat(DemoShop.endBy(Instant.parse("2026-03-01T15:59:59Z"))).isEqualTo("2026-02-28T16:00:00Z");
        assertThat(DemoShop.endBy(Instant.parse("2026-03-01T16:00:00Z"))).isEqualTo("2026-03-01T16:00:00Z");
        assertThat(DemoShop.endOn(LocalDate.of(2026, 1, 1))).isEqualTo(END);
    }

    @Test
    void beginsALargerShopWithTheCustomersOfASmallerOne() {
        List<String> small = texts(new DemoShop(7, 2_000, END));
        List<String> large = texts(new DemoShop(7, 9_000, END));
        assertThat(small).hasSize(2_000);
        assertThat(large).hasSize(9_000);
        assertThat(large.subList(0, 1_996)).isEqualTo(small.subList(0, 1_996));
        assertThat(ids(large)).doesNotContainAnyElementsOf(ids(small.subList(1_996, 2_000)));
    }

    @Test
    void tellsEveryCustomersStoryInOrderWithinTheYear() {
        Map<String, Instant> last = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode message : Gathered.of(new DemoShop(3, 20_000, END)).json()) {
            Instant time = Instant.parse(message.get("timestamp").asText());
            Instant before = last.put(message.get("anonymousId").asText(), time);
            assertThat(time).isBefore(END).isAfter(END.minus(Duration.ofDays(370)));
            assertThat(before == null || !time.isBefore(before)).isTrue();
            assertThat(ids.add(message.get("messageId").asText())).isTrue();
        }
        assertThat(last).hasSizeGreaterThan(300);
    }

    @Test
    void letsSomeVisitorsBecomeKnownAndSendsTheirIdFromThenOn() {
        Map<String, Boolean> known = new HashMap<>();
        int becameKnown = 0;
        for (JsonNode message : Gathered.of(new DemoShop(3, 20_000, END)).json()) {
            String visitor = message.get("anonymousId").asText();
            boolean identified = message.has("userId");
            Boolean before = known.put(visitor, identified);
            if (before != null && !before && identified) {
                becameKnown++;
                assertThat(message.get("type").asText()).isEqualTo("identify");
            }
            assertThat(before != null && before && !identified).isFalse();
            assertThat(message.at("/context/traits").isMissingNode()).isEqualTo(!identified);
        }
        assertThat(becameKnown).isGreaterThan(100);
    }

    @Test
    void hasEveryKindOfEventAndKeepsWithinTheLimitsOfTheApi() {
        Gathered shop = Gathered.of(new DemoShop(5, 50_000, END));
        assertThat(shop.bad()).isEmpty();
        assertThat(shop.messages())
                .allSatisfy(
                        message -> assertThat(message.json().length).isLessThan(LoaderOptions.MAX_MESSAGE_BYTES / 8));
        assertThat(shop.json().stream()
                        .map(message ->
                                message.path("event").asText(message.get("type").asText()))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "identify",
                        "page",
                        "Product Viewed",
                        "Product Added",
                        "Product Removed",
                        "Checkout Started",
                        "Payment Info Entered",
                        "Payment Failed",
                        "Order Completed",
                        "Order Cancelled",
                        "Support Ticket Opened",
                        "Support Ticket Answered",
                        "Advertising Spent");
    }

    @Test
    void makesShopsOfAnySizeDownToOneEvent() {
        for (long events : List.of(1L, 999L, 1_000L, 4_000L)) {
            assertThat(texts(new DemoShop(9, events, END))).hasSize((int) events);
        }
        assertThatThrownBy(() -> new DemoShop(9, 0, END)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DemoShop(9, DemoShop.MOST_EVENTS + 1, END))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String hash(DemoShop shop) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Rows rows = shop.open()) {
            rows.forEachRemaining(row -> digest.update(((Row.Message) row).json()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> texts(DemoShop shop) {
        return Gathered.of(shop).messages().stream()
                .map(message -> new String(message.json(), java.nio.charset.StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> ids(List<String> messages) {
        return messages.stream()
                .map(message -> Gathered.json(message).get("messageId").asText())
                .toList();
    }
}
