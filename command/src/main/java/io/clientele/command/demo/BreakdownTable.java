package io.clientele.command.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** The funnels of a breakdown side by side, a column each. */
final class BreakdownTable {
    private static final String STEP = "%-18s";
    private static final String CELL = " %12s %9s";

    private BreakdownTable() {}

    /**
     * Shows the steps, a line each under a line with the values.
     *
     * @param title what the values are
     * @param breakdown as the schema gives it: value (null where events have none), and steps with name, count and
     *     conversionFromStart (0 to 1, or null)
     */
    static List<String> lines(String title, JsonNode breakdown) {
        List<String> lines = new ArrayList<>();
        StringBuilder titles = new StringBuilder(STEP.formatted(title));
        breakdown.forEach(funnel -> titles.append(
                CELL.formatted(funnel.path("value").asText("other").toUpperCase(Locale.ROOT), "")));
        lines.add(titles.toString().stripTrailing());
        int steps = breakdown.at("/0/steps").size();
        for (int step = 0; step < steps; step++) {
            StringBuilder line = new StringBuilder(
                    STEP.formatted(breakdown.at("/0/steps/" + step + "/name").asText()));
            for (JsonNode funnel : breakdown) {
                JsonNode cell = funnel.path("steps").path(step);
                line.append(CELL.formatted(
                        String.format(Locale.ROOT, "%,d", cell.path("count").asLong()),
                        FunnelTable.percent(cell.path("conversionFromStart"))));
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
