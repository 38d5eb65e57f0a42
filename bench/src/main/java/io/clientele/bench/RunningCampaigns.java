package io.clientele.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Twenty campaigns that run: each sends an inbox message of two variants to customers who put something of its own category
 * into the cart, as often as they do, and leaves a tenth of them alone to compare with.
 */
final class RunningCampaigns {

    static final int COUNT = 20;

    /** The event that enrols. */
    static final String EVENT = "Product Added";

    private static final String SAVE = """
            mutation($input: CampaignInput!) { saveCampaign(input: $input) { id } }""";
    private static final String LAUNCH = """
            mutation($id: ID!) { launchCampaign(id: $id) { state } }""";
    private static final String SENDING = """
            mutation($stopped: Boolean!) { setSending(stopped: $stopped) { stopped } }""";

    private final Questions questions;

    RunningCampaigns(Questions questions) {
        this.questions = questions;
    }

    void launch() throws IOException, InterruptedException {
        for (int number = 0; number < COUNT; number++) {
            questions.ask(SAVE, Map.of("input", campaign(number)));
            questions.ask(LAUNCH, Map.of("id", id(number)));
        }
    }

    /** Stops every contact, or lets contacts be made. */
    void setSending(boolean stopped) throws IOException, InterruptedException {
        questions.ask(SENDING, Map.of("stopped", stopped));
    }

    static String id(int number) {
        return "bench-" + number;
    }

    static List<String> ids() {
        return IntStream.range(0, COUNT).mapToObj(RunningCampaigns::id).toList();
    }

    /** The products that a campaign is about. */
    static String category(int number) {
        return "category-" + number;
    }

    private static Map<String, ?> campaign(int number) {
        Map<String, ?> where = Map.of(
                "property",
                Map.of("field", "product.category", "operator", "ANY_OF", "values", List.of(category(number))));
        return Map.of(
                "key", "bench-" + number,
                "id", id(number),
                "name", "Campaign " + number,
                "trigger", Map.of("event", Map.of("event", EVENT, "where", where)),
                "until", List.of(Map.of("event", "Order Completed")),
                "variants",
                        List.of(
                                variant("plain", "It waits for you."),
                                variant("named", "Hello {{ customer.first_name }}, it waits for you.")),
                "control", 0.1,
                "goal", Map.of("event", Map.of("event", "Order Completed"), "within", "P7D"),
                "reentry", Map.of("always", true));
    }

    private static Map<String, ?> variant(String name, String body) {
        return Map.of("name", name, "channel", "INBOX", "subject", "Your cart", "body", body);
    }
}
