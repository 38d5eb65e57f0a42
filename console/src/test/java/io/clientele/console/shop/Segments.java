package io.clientele.console.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Segments of the made-up shop. */
final class Segments {

    private Segments() {}

    static List<Map<String, Object>> all() {
        return List.of(segment("heavy-carters", "Heavy carters", 112), segment("big-spenders", "Big spenders", 34));
    }

    static @Nullable Object one(String id) {
        return "none".equals(id)
                ? null
                : segment(id, "heavy-carters".equals(id) ? "Heavy carters" : "Segment " + id, 112);
    }

    /** The one that a mutation asks for. */
    static Map<String, Object> made(Map<String, Object> input) {
        return segment(String.valueOf(input.get("id")), String.valueOf(input.get("name")), 112);
    }

    private static Map<String, Object> segment(String id, String name, int size) {
        Map<String, Object> segment = new LinkedHashMap<>();
        segment.put("id", id);
        segment.put("name", name);
        segment.put("kind", "CONDITION");
        segment.put("version", 2);
        segment.put("changedAt", "2026-11-20T10:00:00Z");
        segment.put("changedBy", "mei");
        segment.put(
                "condition", "{\"customer\":{\"field\":\"cart_items\",\"operator\":\"AT_LEAST\",\"values\":[\"3\"]}}");
        segment.put("counting", null);
        segment.put(
                "campaigns", List.of(Map.of("id", "won-back", "name", "Win heavy carters back", "state", "RUNNING")));
        Map<String, Object> members =
                new LinkedHashMap<>(UsualAnswers.connection(Customers.some().subList(0, 10)));
        members.put("totalCount", size);
        segment.put("members", members);
        return segment;
    }
}
