package io.clientele.command.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** The answer of a funnel as a table with a bar a step. */
public final class FunnelTable {
    private static final int WIDTH = 30;
    private static final String ROW = "%-18s %12s %12s %15s  %s";

    private FunnelTable() {}

    /**
     * Shows the steps, a line each under a line of titles.
     *
     * @param steps as the schema gives them: name, count, conversionFromStart, conversionFromPrevious (0 to 1,
     *     or null)
     */
    public static List<String> lines(JsonNode steps) {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("STEP", "CUSTOMERS", "FROM START", "FROM PREVIOUS", "")
                .stripTrailing());
        for (JsonNode step : steps) {
            lines.add(ROW.formatted(
                            step.path("name").asText(),
                            String.format(Locale.ROOT, "%,d", step.path("count").asLong()),
                            percent(step.path("conversionFromStart")),
                            percent(step.path("conversionFromPrevious")),
                            bar(step.path("conversionFromStart").asDouble()))
                    .stripTrailing());
        }
        return lines;
    }

    static String percent(JsonNode share) {
        return share.isNumber() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.asDouble()) : "-";
    }

    /** A step that anybody reached shows at least one block. */
    private static String bar(double share) {
        int blocks = (int) Math.ceil(WIDTH * Math.clamp(share, 0, 1));
        return "█".repeat(blocks);
    }
}
