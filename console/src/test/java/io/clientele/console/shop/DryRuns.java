package io.clientele.console.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Dry runs of the made-up shop. */
public final class DryRuns {

    /** The id of each. */
    public static final String ID = "run-1";

    private DryRuns() {}

    /** Its state alone, as long as nothing more is known. */
    public static Map<String, Object> at(String state, double progress) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("id", ID);
        run.put("campaign", "won-back");
        run.put("version", 3);
        run.put("state", state);
        run.put("progress", progress);
        run.put("from", "2026-10-23T16:00:00Z");
        run.put("to", "2026-11-22T16:00:00Z");
        return run;
    }

    /** One that came to nothing. */
    public static Map<String, Object> failed(String problem) {
        Map<String, Object> run = at("FAILED", 0.3);
        run.put("problem", problem);
        return run;
    }

    /** One that is done; of its four days, one has no contact. */
    public static Map<String, Object> done(@Nullable String note) {
        Map<String, Object> run = at("DONE", 1);
        run.put("contacts", List.of(day("2026-11-17", 120), day("2026-11-18", 96), day("2026-11-20", 31)));
        run.put(
                "decisions",
                List.of(
                        Map.of("decision", "CONTROL", "contacts", 27),
                        Map.of("decision", "SENT", "contacts", 247),
                        Map.of("decision", "SUPPRESSED", "reason", "UNTIL_MET", "contacts", 310)));
        run.put("waiting", 4);
        run.put("couponsIssued", 247);
        run.put("benefitCostMost", UsualAnswers.money(7_410));
        run.put("contactCost", UsualAnswers.money(0));
        run.put("note", note);
        return run;
    }

    private static Map<String, Object> day(String day, int contacts) {
        return Map.of("day", day, "contacts", contacts);
    }
}
