package io.clientele.command.demo;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class FunnelTableTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsCountsConversionsAndBars() throws JsonProcessingException {
        var steps = JSON.readTree("""
                [{"name": "Product Viewed", "count": 4504, "conversionFromStart": 1.0, "conversionFromPrevious": null},
                 {"name": "Product Added", "count": 2252, "conversionFromStart": 0.5, "conversionFromPrevious": 0.5},
                 {"name": "Order Completed", "count": 62, "conversionFromStart": 0.0138, "conversionFromPrevious": 0.0275}]
                """);

        assertThat(FunnelTable.lines(steps))
                .containsExactly(
                        "STEP                  CUSTOMERS   FROM START   FROM PREVIOUS",
                        "Product Viewed            4,504      100.0 %               -  ██████████████████████████████",
                        "Product Added             2,252       50.0 %          50.0 %  ███████████████",
                        "Order Completed              62        1.4 %           2.8 %  █");
    }
}
