package io.clientele.profile.card;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventType;
import io.clientele.contract.event.FreeFields;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Order;
import io.clientele.contract.event.Page;
import io.clientele.contract.event.Product;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.fold.FakeFunnel;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.profile.card.Questions.event;
import static io.clientele.profile.card.Questions.identified;
import static io.clientele.profile.card.Questions.texts;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeFunnel.class)
class CustomerQuarkusTest {

    private static final String EVERYTHING = """
            fragment everything on Customer {
              id traits tags segments { id } compositeTag nextReviewAt
              place { country region city cityTier }
              facts {
                asOf
                visits { firstSeen lastSeen visits sessions dwellMs daysActive awayDays }
                cart { everFilled products pieces value { amount currency } since ageDays }
                orders { count repurchases revenue { amount currency } meanValue { amount } cycleDays last }
                preferences { categories priceBand activeHour hours }
              }
              value { tier frequencyClass spendingPower rfm { recencyDays frequency monetary { amount } code } }
              lifecycle { stage evidence { fact value } }
              churn { risk probability valueAtRisk { amount } signals { kind since evidence { fact value } } }
              identity { nodes devices { id firstSeen lastSeen } history { kind from into messageId source at } }
            }
            """;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @ConfigProperty(name = "clientele.funnel.url")
    String feed;

    private Questions questions = new Questions("");

    @BeforeEach
    void open() {
        questions = new Questions(feed);
    }

    @Test
    void tellsEverythingThatIsKnownOfACustomer() {
        buyer("card-buyer", "card-phone");

        JsonNode customer = ask("card-buyer");

        assertThat(customer.at("/traits").asText()).isEqualTo("{\"city\":\"Suzhou\",\"card-buyer\":\"card-buyer\"}");
        assertThat(customer.at("/place/city").asText()).isEqualTo("Suzhou");
        assertThat(customer.at("/facts/visits/sessions").asInt()).isEqualTo(1);
        assertThat(customer.at("/facts/visits/dwellMs").asInt()).isEqualTo(90_000);
        assertThat(customer.at("/facts/orders/count").asInt()).isEqualTo(2);
        assertThat(customer.at("/facts/orders/revenue/amount").asText()).isEqualTo("7000.5");
        assertThat(customer.at("/facts/cart/pieces").asInt()).isEqualTo(3);
        assertThat(customer.at("/facts/cart/value/amount").asText()).isEqualTo("36");
        assertThat(customer.at("/value/tier").asText()).isEqualTo("AT_RISK_HIGH_VALUE");
        assertThat(customer.at("/value/rfm/recencyDays").asInt()).isEqualTo(40);
        assertThat(customer.at("/lifecycle/stage").asText()).isEqualTo("ACTIVE");
        assertThat(texts(customer.at("/lifecycle/evidence"), "/fact")).contains("orders", "away_days");
        assertThat(texts(customer.at("/churn/signals"), "/kind"))
                .containsExactly("SILENT", "BROWSING_DOWN", "CART_UNPAID", "INTERVAL_STRETCHED");
        assertThat(texts(customer.at("/churn/signals/3/evidence"), "/value")).containsExactly("40", "10.0");
        assertThat(customer.at("/churn/valueAtRisk/amount").asDouble())
                .isEqualTo(7000.5 * customer.at("/churn/probability").asInt() / 100);
        assertThat(texts(customer.at("/identity/nodes"), "")).containsExactly("card-buyer");
        assertThat(texts(customer.at("/identity/devices"), "/id")).containsExactly("card-phone");
        assertThat(Instant.parse(customer.at("/nextReviewAt").asText())).isAfter(now);
    }

    @Test
    void findsACustomerByEveryIdThatLeadsToIt() {
        Instant at = now.minus(Duration.ofDays(3));
        // Known before it is merged: who was never anybody else leaves no history.
        questions.append(identified("card-2", null, at, "second"));
        questions.awaitTrait("card-2", "second");
        questions.append(
                identified("card-1", "card-tablet", at, "first"),
                event(EventType.ALIAS, "card-1", null, at.plusSeconds(60))
                        .previousId("card-2")
                        .build(),
                event(EventType.ALIAS, "card-1", null, at.plusSeconds(61))
                        .previousId("card-0")
                        .build(),
                identified("card-1", null, at.plusSeconds(90), "merged"));
        questions.awaitTrait("card-2", "merged");

        JsonNode answer = questions.ask("""
                { old: customer(id: "card-2") { id identity { nodes history { kind from into } } }
                  device: customer(id: "anon:card-tablet") { id }
                  bare: customer(id: "card-tablet") { id }
                  unheard: customer(id: "card-0") { id }
                  nobody: customer(id: "card-nobody") { id traits } }""", Map.of());

        assertThat(answer.at("/old/id").asText()).isEqualTo("card-1");
        assertThat(texts(answer.at("/old/identity/nodes"), "")).containsExactly("card-1", "card-2");
        assertThat(answer.at("/old/identity/history/0"))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", "MERGED")
                        .put("from", "card-2")
                        .put("into", "card-1"));
        assertThat(answer.at("/device/id").asText()).isEqualTo("card-1");
        assertThat(answer.at("/bare/id").asText()).isEqualTo("card-1");
        assertThat(answer.at("/unheard/id").asText()).isEqualTo("card-1");
        assertThat(answer.path("nobody").isNull()).isTrue();
    }

    @Test
    void answersFiftyClientsThatAskForManyCustomersAtOnce() throws Exception {
        buyer("card-a", "card-a-phone");
        buyer("card-b", "card-b-phone");
        String query = EVERYTHING + """
                query($ids: [_Any!]!) {
                  a: customer(id: "card-a") { ...everything }
                  b: customer(id: "card-b") { ...everything }
                  nobody: customer(id: "card-nobody") { ...everything }
                  _entities(representations: $ids) { ...everything }
                }""";
        List<Map<String, String>> representations = List.of(
                Map.of("__typename", "Customer", "id", "card-b"),
                Map.of("__typename", "Customer", "id", "card-nobody"),
                Map.of("__typename", "Customer", "id", "card-a"),
                Map.of("__typename", "Customer", "id", "card-b"));

        List<Future<JsonNode>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
            for (int i = 0; i < 250; i++) {
                answers.add(clients.submit(() -> questions.ask(query, Map.of("ids", representations))));
            }
        }

        for (Future<JsonNode> each : answers) {
            JsonNode answer = each.get();
            assertThat(answer.at("/a/id").asText()).isEqualTo("card-a");
            assertThat(answer.at("/b/facts/orders/revenue/amount").asText()).isEqualTo("7000.5");
            assertThat(answer.path("nobody").isNull()).isTrue();
            assertThat(texts(answer.path("_entities"), "/id")).containsExactly("card-b", null, "card-a", "card-b");
            assertThat(texts(answer.at("/_entities/2/identity/devices"), "/id")).containsExactly("card-a-phone");
        }
    }

    @Test
    void answersShoppersNothingOfOthers() {
        JsonNode answer = questions.answer("shopper", "{ customer(id: \"card-a\") { id } }", Map.of());

        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("FORBIDDEN");
        assertThat(answer.at("/data/customer").isNull()).isTrue();
    }

    private JsonNode ask(String id) {
        JsonNode answer =
                questions.ask(EVERYTHING + "query($id: ID!) { customer(id: $id) { ...everything } }", Map.of("id", id));
        return answer.path("customer");
    }

    /** Two orders, 50 and 40 days ago, and a cart that was left behind on the second day. */
    private void buyer(String user, String device) {
        Instant first = now.minus(Duration.ofDays(50));
        Instant last = now.minus(Duration.ofDays(40));
        questions.append(
                event(EventType.TRACK, null, device, first)
                        .name("Page Viewed")
                        .sessionId("s-" + user)
                        .page(new Page("/", null, null, null, 90_000L))
                        .build(),
                order(user, first.plusSeconds(60), "2000.5"),
                order(user, last, "5000"),
                event(EventType.TRACK, user, null, last.plusSeconds(60))
                        .name("Product Added")
                        .products(List.of(new Product("p-1", null, null, null, Money.parse("price", "12", "CNY"), 3L)))
                        .build(),
                identified(user, device, first, user),
                event(EventType.IDENTIFY, user, null, last)
                        .traits(FreeFields.of(
                                "traits", JsonNodeFactory.instance.objectNode().put("city", "Suzhou")))
                        .build());
        questions.awaitTrait(user, "Suzhou");
        questions.awaitTrait("anon:" + device, "Suzhou");
    }

    private static Event order(String user, Instant at, String amount) {
        return event(EventType.TRACK, user, null, at)
                .name("Order Completed")
                .order(new Order(user + at, Money.parse("revenue", amount, "CNY"), null, null, null, null))
                .build();
    }
}
