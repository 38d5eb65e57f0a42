package io.clientele.command.demo;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class BreakdownTableTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsFunnelsSideBySide() throws JsonProcessingException {
        var breakdown = JSON.readTree("""
                [{"value": "mobile", "steps": [{"name": "Home", "count": 1200, "conversionFromStart": 1.0},
                   {"name": "Paid", "count": 60, "conversionFromStart": 0.05}]},
                 {"value": null, "steps": [{"name": "Home", "count": 0, "conversionFromStart": null},
                   {"name": "Paid", "count": 0, "conversionFromStart": null}]}]
                """);

        assertThat(BreakdownTable.lines("BY DEVICE", breakdown))
                .containsExactly(
                        "BY DEVICE                MOBILE                  OTHER",
                        "Home                      1,200   100.0 %            0         -",
                        "Paid                         60     5.0 %            0         -");
    }

    @Test
    void showsTitlesOnlyWhereThereIsNothing() throws JsonProcessingException {
        assertThat(BreakdownTable.lines("BY DEVICE", JSON.readTree("[]"))).containsExactly("BY DEVICE");
    }
}
