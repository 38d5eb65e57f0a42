package io.clientele.console.shop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Campaigns of the made-up shop: one that runs, and one that cannot be launched. */
public final class Campaigns {

    private Campaigns() {}

    static List<Map<String, Object>> all() {
        return List.of(running(), broken());
    }

    static @Nullable Object one(String id) {
        return all().stream()
                .filter(campaign -> id.equals(campaign.get("id")))
                .findFirst()
                .orElse(null);
    }

    /** A campaign with the page of its contacts that begins after a cursor. */
    static @Nullable Object one(String id, @Nullable Object after) {
        return after == null ? one(id) : Map.of("id", id, "contacts", Contacts.page(after));
    }

    static List<Map<String, Object>> playbooks() {
        return List.of(
                playbook("F3", "Heavy carters", false, parameter("wait", "DURATION", "PT30M", "How long to wait.")),
                playbook(
                        "segment-offer",
                        "An offer to a segment",
                        true,
                        parameter("off", "MONEY", "30", "What it takes off.")));
    }

    private static Map<String, Object> playbook(
            String id, String name, boolean needsSegment, Map<String, Object> parameter) {
        return Map.of(
                "id",
                id,
                "name",
                name,
                "description",
                "What it does.",
                "needsSegment",
                needsSegment,
                "parameters",
                List.of(parameter));
    }

    private static Map<String, Object> parameter(String name, String kind, String usual, String description) {
        return Map.of("name", name, "kind", kind, "default", usual, "description", description);
    }

    /** The draft that a mutation asks for. */
    static Map<String, Object> saved(Map<String, Object> input) {
        return campaign(String.valueOf(input.get("id")), String.valueOf(input.get("name")), "DRAFT");
    }

    private static Map<String, Object> running() {
        return running(Results.provenBetter());
    }

    /** The one that runs, with such results. */
    public static Map<String, Object> running(Map<String, Object> results) {
        Map<String, Object> campaign = campaign("won-back", "Win heavy carters back", "RUNNING");
        campaign.put("launchedAt", "2026-11-20T10:00:00Z");
        campaign.put("results", results);
        campaign.put("contacts", Contacts.page(null));
        campaign.put("problems", List.of());
        return campaign;
    }

    private static Map<String, Object> broken() {
        Map<String, Object> campaign = campaign("unfinished", "Unfinished", "DRAFT");
        campaign.put(
                "problems",
                List.of(Map.of(
                        "code", "UNKNOWN_SEGMENT",
                        "field", "input.audience.segment",
                        "message", "There is no segment gone.")));
        return campaign;
    }

    private static Map<String, Object> campaign(String id, String name, String state) {
        Map<String, Object> campaign = new LinkedHashMap<>();
        campaign.put("id", id);
        campaign.put("name", name);
        campaign.put("state", state);
        campaign.put("version", 3);
        campaign.put("priority", 50);
        campaign.put("playbook", "F3");
        campaign.put(
                "definition",
                "{\"name\":\"" + name
                        + "\",\"control\":0.1,\"variants\":[{\"name\":\"a\",\"channel\":\"INBOX\"},"
                        + "{\"name\":\"b\",\"channel\":\"EMAIL\"}]}");
        campaign.put("changedAt", "2026-11-20T10:00:00Z");
        campaign.put("changedBy", "mei");
        campaign.put(
                "summary",
                "30 minutes after a product is added to the cart, unless an order is completed meanwhile, "
                        + "customers in “Heavy carters” get a message in the shop's inbox with a coupon.");
        campaign.put("audience", Segments.one("heavy-carters"));
        campaign.put("contacts", Contacts.none());
        return campaign;
    }
}
