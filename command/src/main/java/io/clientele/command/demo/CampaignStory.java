package io.clientele.command.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.query.GraphQLClient;

/**
 * Launches a campaign of the playbook for heavy carters, has some customers of the shop come back, and shows what it did: who
 * was contacted and who was not, one customer's inbox, and what the campaign brought about. What the customers do is made up.
 */
final class CampaignStory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BEAT = Duration.ofMillis(500);
    private static final int SHOPPERS = 120;
    private static final int ADDED = 3;

    /** What the id of a customer begins with who never said who it is. */
    private static final String VISITOR = "anon:";

    /** Of {@link #SHOPPERS}, one in so many pays before the campaign's wait is over. */
    private static final int ONE_PAYS_IN = 6;

    private final GraphQLClient marketer;
    private final GraphQLClient shop;
    private final PrintWriter out;

    /**
     * A story.
     *
     * @param marketer asks as one
     * @param shop asks as an admin, for shoppers
     */
    CampaignStory(GraphQLClient marketer, GraphQLClient shop, PrintWriter out) {
        this.marketer = marketer;
        this.shop = shop;
        this.out = out;
    }

    /** Tells it; on a data folder where it was told before, only how it stands. */
    void run() throws InterruptedException {
        if (!marketer.data(Questions.campaign(), "{}").hasNonNull("campaign")) {
            launch();
            List<String> shoppers = shoppers();
            out.println("  " + shoppers.size() + " customers come back (made up) and put " + ADDED
                    + " things into the cart; every " + ONE_PAYS_IN + "th pays at once");
            addToCarts(shoppers);
            JsonNode contacts = await(
                    "contacts",
                    Questions.contacts(),
                    data -> data.at("/campaign/contacts/edges").size() >= shoppers.size());
            buy(contacts.at("/campaign/contacts/edges"));
            await(
                    "orders",
                    Questions.results(),
                    data -> data.at("/campaign/results/treated/converted").asInt() > 0);
        }
        show();
    }

    private void launch() throws InterruptedException {
        out.println(
                "\nA campaign of the playbook F3: who puts three things into the cart within a week and does not pay"
                        + "\nwithin 5 seconds (half an hour in a shop that is not made up) gets 30 off from 200\n");
        JsonNode made = marketer.data(Questions.makeCampaign(), "{}").path("campaignFromPlaybook");
        out.println("  " + made.path("summary").asText());
        marketer.data(Questions.launchCampaign(), "{}");
    }

    private List<String> shoppers() throws InterruptedException {
        List<String> shoppers = new ArrayList<>();
        marketer.data(Questions.shoppers(), "{\"first\": " + SHOPPERS + "}")
                .at("/customers/edges")
                .forEach(edge -> shoppers.add(edge.at("/node/id").asText()));
        return shoppers;
    }

    private void addToCarts(List<String> shoppers) throws InterruptedException {
        Instant now = Instant.now();
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < shoppers.size(); i++) {
            for (int piece = 0; piece < ADDED; piece++) {
                events.add(event("story-" + i + "-" + piece, shoppers.get(i), "Product Added", now.plusMillis(piece)));
            }
            if (i % ONE_PAYS_IN == 0) {
                events.add(order("story-paid-" + i, shoppers.get(i), now.plusMillis(ADDED), Optional.empty()));
            }
        }
        track(events);
    }

    /** Of those who got a coupon every second buys with it, of those who got none every fourth. */
    private void buy(JsonNode contacts) throws InterruptedException {
        List<ObjectNode> events = new ArrayList<>();
        int contacted = 0;
        int left = 0;
        for (JsonNode edge : contacts) {
            JsonNode contact = edge.path("node");
            String customer = contact.at("/customer/id").asText();
            String decision = contact.path("decision").asText();
            if (decision.equals("SENT") && contacted++ % 2 == 0) {
                String order = "story-order-" + customer;
                String code = contact.at("/coupon/code").asText();
                redeem(order, customer, code);
                events.add(order(order, customer, Instant.now(), Optional.of(code)));
            } else if (decision.equals("CONTROL") && left++ % 4 == 0) {
                events.add(order("story-order-" + customer, customer, Instant.now(), Optional.empty()));
            }
        }
        track(events);
    }

    private void redeem(String order, String customer, String code) throws InterruptedException {
        ObjectNode input = JSON.createObjectNode()
                .put("order", order)
                .put("customer", customer)
                .put("code", code);
        ObjectNode cart = input.putObject("cart").put("currency", "CNY");
        cart.putArray("lines")
                .addObject()
                .put("product", "p-1")
                .put("quantity", 1)
                .put("price", 240);
        shop.data(
                Questions.redeem(), JSON.createObjectNode().set("input", input).toString());
    }

    private static ObjectNode event(String id, String customer, String name, Instant at) {
        boolean visitor = customer.startsWith(VISITOR);
        ObjectNode event = JSON.createObjectNode()
                .put("messageId", id)
                .put(visitor ? "anonymousId" : "userId", visitor ? customer.substring(VISITOR.length()) : customer)
                .put("event", name)
                .put("timestamp", at.toString());
        event.putObject("properties")
                .put("product_id", "p-1")
                .put("name", "Everlake Coat")
                .put("price", 240)
                .put("currency", "CNY");
        return event;
    }

    private static ObjectNode order(String id, String customer, Instant at, Optional<String> coupon) {
        ObjectNode event = event(id, customer, "Order Completed", at);
        ObjectNode properties = (ObjectNode) event.path("properties");
        properties
                .put("order_id", id)
                .put("revenue", coupon.isPresent() ? 210 : 240)
                .put("currency", "CNY");
        coupon.ifPresent(code -> properties.put("coupon", code));
        return event;
    }

    private void track(List<ObjectNode> events) throws InterruptedException {
        ArrayNode batch = JSON.createArrayNode().addAll(events);
        JsonNode answer = shop.data(
                        Questions.track(),
                        JSON.createObjectNode().set("events", batch).toString())
                .path("track");
        if (answer.path("rejected").asInt() > 0) {
            throw CommandFailure.failed("the story's events are refused: " + answer);
        }
    }

    private JsonNode await(String what, String query, Predicate<JsonNode> done) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            JsonNode data = marketer.data(query, "{}");
            if (done.test(data)) {
                return data;
            }
            Thread.sleep(BEAT);
        }
        throw CommandFailure.failed("the campaign's " + what + " do not come; see './clientele logs campaign-service'");
    }

    private void show() throws InterruptedException {
        JsonNode results = marketer.data(Questions.results(), "{}").at("/campaign/results");
        ResultsText.lines(results).forEach(out::println);
        JsonNode contacts = marketer.data(Questions.contacts(), "{}").at("/campaign/contacts/edges");
        for (JsonNode edge : contacts) {
            if (edge.at("/node/coupon/state").asText().equals("USABLE")) {
                showInbox(edge.at("/node/customer/id").asText());
                return;
            }
        }
    }

    private void showInbox(String customer) throws InterruptedException {
        String variables = JSON.createObjectNode().put("id", customer).toString();
        JsonNode known = marketer.data(Questions.loop(), variables).path("customer");
        out.println("\nOne of them, with what the shop knows, said and gave, and whether it paid (one request)\n");
        ResultsText.customer(known).forEach(out::println);
        out.println("\n  ./clientele query '" + Questions.loop() + "' '" + variables + "'");
    }
}
