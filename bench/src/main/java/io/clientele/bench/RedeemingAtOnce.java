package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Redeems one public code for many orders of as many customers, each over a connection of its own and all at one time. */
final class RedeemingAtOnce {

    /** How many the benefit has. */
    static final int STOCK = 100;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CODE = "BENCH100";

    private static final String DEFINE = """
            mutation($input: DefineBenefitInput!) { defineBenefit(input: $input) { id } }""";
    private static final String REDEEM = """
            mutation($input: RedeemInput!) { redeem(input: $input) { order discount { amount } } }""";

    private final URI campaign;
    private final CustomerServers servers;
    private final Questions questions;
    private final int redemptions;

    RedeemingAtOnce(URI campaign, CustomerServers servers, Questions questions, int redemptions) {
        this.campaign = campaign;
        this.servers = servers;
        this.questions = questions;
        this.redemptions = redemptions;
    }

    /**
     * What came of it.
     *
     * @param given answers that redeemed
     * @param kept redemptions in the database
     */
    record Result(int given, int kept, Duration time) {}

    /** An answer that neither redeems nor says that the stock is used up ends the benchmark. */
    Result measure() throws IOException, InterruptedException, ExecutionException, SQLException {
        questions.ask(
                DEFINE,
                Map.of(
                        "input",
                        Map.of(
                                "key", "bench-benefit",
                                "id", "bench",
                                "name", "20 off from 50",
                                "kind", "THRESHOLD",
                                "currency", "CNY",
                                "minSpend", 50,
                                "off", 20,
                                "stock", STOCK,
                                "code", CODE)));
        List<HttpRequest> all = new ArrayList<>();
        for (int number = 0; number < redemptions; number++) {
            all.add(redemption(number));
        }
        AtomicInteger given = new AtomicInteger();
        Duration time = new Requests(redemptions).sendAll(all, answer -> expected(answer, given));
        return new Result(given.get(), kept(), time);
    }

    private HttpRequest redemption(int number) throws IOException {
        Map<String, ?> cart = Map.of("currency", "CNY", "lines", List.of(Map.of("product", "p-1", "price", 100)));
        Map<String, ?> input = Map.of(
                "order", "order-" + number, "customer", TriggersBenchmark.customer(number), "code", CODE, "cart", cart);
        byte[] body = MAPPER.writeValueAsBytes(Map.of("query", REDEEM, "variables", Map.of("input", input)));
        return Requests.to(campaign.resolve("/graphql"), "application/json")
                .header("Authorization", "Bearer " + servers.tokens().of("marketer"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static boolean expected(HttpResponse<String> answer, AtomicInteger given) {
        if (answer.statusCode() == 200 && !answer.body().contains("\"errors\"")) {
            given.incrementAndGet();
            return true;
        }
        return answer.body().contains("BENEFIT_OUT_OF_STOCK");
    }

    private int kept() throws SQLException {
        try (Connection connection = servers.campaignConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "SELECT count(*) FROM redemption WHERE benefit_id = 'bench' AND reversed_at IS NULL")) {
            answer.next();
            return answer.getInt(1);
        }
    }
}
