package io.clientele.system.counter;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.system.Caller;
import io.clientele.system.ServiceStack;

import static io.clientele.system.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

/** Counts what happened before anybody asked, of users and of devices whose events were re-keyed, and goes on counting. */
class CountedBehaviourIT {

    private static final int SHOPPERS = 60;

    /** Shoppers i looked at shoes i mod 5 times, and at hats i mod 3 times. */
    private static final Map<String, Integer> LOOKS = Map.of("shoes", 5, "hats", 3);

    private final Instant start = Instant.now().minus(Duration.ofDays(2));

    @AutoClose
    private ServiceStack stack;

    private Caller caller;

    @BeforeEach
    void start() throws Exception {
        stack = ServiceStack.start("counted", 1);
        caller = new Caller(stack);
    }

    @Test
    void countsWhatHappenedBeforeTheDefinitionAndAfterIt() {
        List<Map<String, Object>> past = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            past.addAll(visit(i));
        }
        caller.send(past.size(), past);
        await().ignoreExceptions()
                .until(() -> number("SELECT count(*) FROM customer WHERE id LIKE 'shopper-%'") == SHOPPERS
                        && number("SELECT count(*) FROM customer") == SHOPPERS
                        && number("SELECT count(*) FROM rekey_decision") >= SHOPPERS / 3
                        && number("SELECT count(*) FROM rekey_task") == 0);

        define("often", Map.of("atLeast", 3));
        define("seldom", Map.of("atMost", 1));

        await().untilAsserted(() -> assertThat(members("often")).isEqualTo(shoppers(i -> i % 5 >= 3)));
        await().untilAsserted(() -> assertThat(members("seldom")).isEqualTo(shoppers(i -> i % 5 <= 1)));
        assertThat(caller.answer("{ segment(id: \"often\") { counting { total } } }", Map.of())
                        .getString("data.segment.counting"))
                .isNull();

        List<Map<String, Object>> more = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            more.add(look(i, Instant.now(), i % 2 == 0 ? "shoes" : "hats"));
        }
        caller.send(more.size(), more);
        await().untilAsserted(() ->
                assertThat(members("often")).isEqualTo(shoppers(i -> i % 5 + (i % 2 == 0 ? 1 : 0) >= 3)));
        await().untilAsserted(() ->
                assertThat(members("seldom")).isEqualTo(shoppers(i -> i % 5 + (i % 2 == 0 ? 1 : 0) <= 1)));
    }

    /** What a shopper did; every third looked round on a device before it was known whose it is. */
    private List<Map<String, Object>> visit(int shopper) {
        List<Map<String, Object>> messages = new ArrayList<>();
        LOOKS.forEach((category, rhythm) -> {
            for (int look = 0; look < shopper % rhythm; look++) {
                messages.add(look(shopper, start.plusSeconds(messages.size()), category));
            }
        });
        messages.add(message(
                "identify",
                Map.of(
                        "userId",
                        "shopper-" + shopper,
                        "anonymousId",
                        "device-" + shopper,
                        "timestamp",
                        start.plusSeconds(60).toString())));
        return messages;
    }

    private static Map<String, Object> look(int shopper, Instant at, String category) {
        boolean unknown = shopper % 3 == 1;
        return message(
                "track",
                Map.of(
                        unknown ? "anonymousId" : "userId",
                        (unknown ? "device-" : "shopper-") + shopper,
                        "event",
                        "Product Viewed",
                        "timestamp",
                        at.toString(),
                        "properties",
                        Map.of("product_id", "p-" + category, "category", category)));
    }

    private void define(String id, Map<String, Integer> howOften) {
        Map<String, Object> behaviour = new HashMap<>(howOften);
        behaviour.put("event", "Product Viewed");
        behaviour.put(
                "where",
                Map.of(
                        "property",
                        Map.of("field", "product.category", "operator", "ANY_OF", "values", List.of("shoes"))));
        caller.answer(
                "mutation($input: DefineSegmentInput!) { defineSegment(input: $input) { id } }",
                Map.of(
                        "input",
                        Map.of(
                                "key",
                                id,
                                "id",
                                id,
                                "name",
                                id,
                                "kind",
                                "CONDITION",
                                "condition",
                                Map.of("behaviour", behaviour))));
    }

    private Set<String> members(String segment) {
        return new TreeSet<>(caller.answer(
                        "query($id: ID!) { segment(id: $id) { members(first: 100) { edges { node { id } } } } }",
                        Map.of("id", segment))
                .getList("data.segment.members.edges.node.id"));
    }

    private static Set<String> shoppers(IntPredicate member) {
        return IntStream.range(0, SHOPPERS)
                .filter(member)
                .mapToObj(i -> "shopper-" + i)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long number(String query) throws SQLException {
        try (Connection connection = stack.database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }
}
