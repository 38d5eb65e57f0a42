package io.clientele.system.erasure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.profile.erasure.Stores;
import io.clientele.system.Caller;
import io.clientele.system.ServiceStack;
import io.restassured.path.json.JsonPath;

import static io.clientele.system.Caller.message;
import static org.assertj.core.api.Assertions.assertThat;

/** Erases a customer, and then looks for the ids in everything that any store has. */
class ErasureIT {

    private static final String USER = "lasting-user";
    private static final String DEVICE = "lasting-device";

    @AutoClose
    private ServiceStack stack;

    private Caller caller;

    private Stores stores;

    @BeforeEach
    void start() throws Exception {
        stack = ServiceStack.start("erasure", 1);
        caller = new Caller(stack);
        DataSource database = stack.database();
        stores = new Stores(
                query -> texts(database, query), stack.elasticsearch().uri().getAuthority());
    }

    @Test
    void leavesNoIdAnywhere() {
        await().ignoreExceptions().until(() -> !stores.columns().isEmpty());
        send(1, message("identify", Map.of("userId", USER, "anonymousId", DEVICE, "traits", Map.of("plan", "gold"))));
        for (int i = 0; i < 5; i++) {
            send(1, message("track", Map.of("anonymousId", DEVICE, "event", "Product Viewed")));
        }
        send(1, message("track", Map.of("userId", "remaining-user", "event", "Product Viewed")));
        send(0, message("track", Map.of("userId", USER)));
        await().untilAsserted(() -> {
            assertThat(stores.naming(USER)).contains("customer.id", "customers", "events", "rejected-events");
            assertThat(stores.texts("SELECT home FROM rekey_decision")).isNotEmpty();
            assertThat(stores.texts("SELECT home FROM rekey_task")).isEmpty();
            assertThat(stores.naming("remaining-user")).contains("customers");
        });
        assertThat(export()).filteredOn(line -> line.startsWith("{\"event\"")).hasSize(6);

        String id = caller.answer(
                        "mutation($in: EraseCustomerInput!) { eraseCustomer(input: $in) { id } }",
                        Map.of("in", Map.of("key", "k", "customer", DEVICE)))
                .getString("data.eraseCustomer.id");
        await().until(() -> proof(id).getString("data.erasure.state").equals("FINISHED"));

        assertThat(stores.naming(USER)).isEmpty();
        assertThat(stores.naming(DEVICE)).isEmpty();
        assertThat(stores.naming("remaining-user")).contains("customer.id", "customers", "events");
        Map<String, String> counts = new HashMap<>();
        proof(id)
                .<Map<String, Object>>getList("data.erasure.counts")
                .forEach(count -> counts.put(
                        count.get("store") + "/" + count.get("kind"), count.get("found") + " " + count.get("left")));
        assertThat(counts)
                .containsEntry("events/events", "6 0")
                .containsEntry("events/copies", "5 0")
                .containsEntry("events/rejected", "1 0")
                .containsEntry("customers/documents", "1 0")
                .containsEntry("postgresql/part", "2 0");
    }

    private JsonPath proof(String id) {
        return caller.answer(
                "query($id: ID!) { erasure(id: $id) { state obstacle counts { store kind found left } } }",
                Map.of("id", id));
    }

    private List<String> export() {
        return Caller.ok(caller.admin().get("/v1/customers/export?customer=" + USER))
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private void send(int accepted, Map<String, Object> message) {
        caller.send(accepted, List.of(message));
    }

    private static List<String> texts(DataSource database, String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException failure) {
            throw new AssertionError(query, failure);
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(90));
    }
}
