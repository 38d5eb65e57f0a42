package io.clientele.command.demo;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FunnelQuestionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void asksForTheWholePathByDevice() throws JsonProcessingException {
        FunnelQuestion question = FunnelQuestion.homeToPaidByDevice(
                Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(JSON.readTree(question.variables())).isEqualTo(JSON.readTree("""
                {"in": {"steps": [
                   {"name": "Home", "event": "Page Viewed",
                    "where": {"property": {"field": "page.path", "operator": "ANY_OF", "values": ["/"]}}},
                   {"name": "Category", "event": "Page Viewed",
                    "where": {"property": {"field": "page.path", "operator": "PREFIX", "values": ["/category/"]}}},
                   {"name": "Detail", "event": "Product Viewed"}, {"name": "Cart", "event": "Product Added"},
                   {"name": "Checkout", "event": "Checkout Started"}, {"name": "Paid", "event": "Order Completed"}],
                 "window": "P7D", "entity": "CUSTOMER", "from": "2025-01-01T00:00:00Z", "to": "2026-01-01T00:00:00Z",
                 "breakdown": {"field": "device.type"}}}
                """));
        assertThat(question.variables()).doesNotContain("'", "\n");
    }
}
