package io.clientele.funnel.question;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.edge.page.PageInfo;
import io.clientele.edge.page.PageRequest;

import static io.clientele.funnel.question.Questions.assertRefused;
import static io.clientele.funnel.question.Questions.assertSearch;
import static io.clientele.funnel.question.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;

class ListingTest {

    private static final Listing NEWEST = new Listing("newest", "@timestamp", false, "message_id", true);
    private static final Listing NUMBERED = new Listing("numbered", "received_at", false, "_seq_no", false);

    @Test
    void asksForOneMoreThanThePage() {
        assertSearch(asked(NEWEST, new PageRequest(2, null, false)), """
                {"size": 3, "track_total_hits": true,
                 "sort": [{"@timestamp": "desc"}, {"message_id": "desc"}]}
                """);
    }

    @Test
    void turnsOrderRoundToPageBackward() {
        assertSearch(asked(NEWEST, new PageRequest(2, null, true)), """
                {"size": 3, "track_total_hits": true,
                 "sort": [{"@timestamp": "asc"}, {"message_id": "asc"}]}
                """);
    }

    @Test
    void goesOnAfterCursorOfThePageBefore() {
        Page page = NEWEST.read(new PageRequest(2, null, false), threeHits());
        assertThat(page.entries())
                .extracting(entry -> entry.document().path("n").asInt())
                .containsExactly(1, 2);
        assertThat(page.total()).isEqualTo(7);
        assertThat(page.info().hasNextPage()).isTrue();
        assertThat(page.info().hasPreviousPage()).isFalse();
        assertThat(page.info().startCursor())
                .isEqualTo(page.entries().getFirst().cursor());
        assertThat(page.info().endCursor()).isEqualTo(page.entries().getLast().cursor());
        assertThat(asked(NEWEST, new PageRequest(2, page.info().endCursor(), false))
                        .get("search_after"))
                .isEqualTo(json("[20, \"b,✓\"]"));
    }

    @Test
    void readsBackwardPageInTheListsOrder() {
        String cursor =
                NEWEST.read(new PageRequest(2, null, false), threeHits()).info().startCursor();
        Page page = NEWEST.read(new PageRequest(2, cursor, true), threeHits());
        assertThat(page.entries())
                .extracting(entry -> entry.document().path("n").asInt())
                .containsExactly(2, 1);
        assertThat(page.info().hasPreviousPage()).isTrue();
        assertThat(page.info().hasNextPage()).isTrue();
    }

    @Test
    void readsEmptyPageWithoutCursors() {
        Page page = NEWEST.read(
                new PageRequest(2, null, false), json("{\"hits\": {\"total\": {\"value\": 0}, \"hits\": []}}"));
        assertThat(page).isEqualTo(new Page(List.of(), new PageInfo(false, false, null, null), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "bm90IGpzb24",
                "[]",
                "{}",
                "null",
                "[\"newest\"]",
                "[\"newest\",1]",
                "[\"newest\",1,2]",
                "[\"newest\",1,null]",
                "[\"newest\",\"1\",\"a\"]",
                "[\"newest\",1.5,\"a\"]",
                "[\"newest\",1e30,\"a\"]",
                "[\"newest\",99999999999999999999,\"a\"]",
                "[\"newest\",1,\"a\",\"b\"]",
                "[\"oldest\",1,\"a\"]",
                "[\"newest\",1,\"a\""
            })
    void refusesCursorsItDidNotHandOut(String place) {
        String cursor = place.startsWith("[") || place.startsWith("{") || place.equals("null") ? encoded(place) : place;
        assertRefused(() -> asked(NEWEST, new PageRequest(2, cursor, false)), "INVALID_CURSOR", "after");
        assertRefused(() -> asked(NEWEST, new PageRequest(2, cursor, true)), "INVALID_CURSOR", "before");
    }

    @Test
    void refusesNumbersThatAreNoLong() {
        String cursor = encoded("[\"numbered\",1,99999999999999999999]");
        assertRefused(() -> asked(NUMBERED, new PageRequest(2, cursor, false)), "INVALID_CURSOR", "after");
    }

    @Test
    void refusesEndlessCursor() {
        String cursor = encoded("[\"newest\",1,\"" + "a".repeat(5_000) + "\"]");
        assertRefused(() -> asked(NEWEST, new PageRequest(2, cursor, false)), "INVALID_CURSOR", "after");
    }

    private static ObjectNode asked(Listing listing, PageRequest page) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        listing.ask(page, body);
        return body;
    }

    private static JsonNode threeHits() {
        return json("""
                {"hits": {"total": {"value": 7}, "hits": [
                    {"_source": {"n": 1}, "sort": [30, "a"]},
                    {"_source": {"n": 2}, "sort": [20, "b,✓"]},
                    {"_source": {"n": 3}, "sort": [20, "a"]}]}}
                """);
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
