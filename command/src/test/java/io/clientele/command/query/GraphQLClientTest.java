package io.clientele.command.query;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import io.clientele.command.home.CommandFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GraphQLClientTest {
    private final List<String> received = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/graphql", exchange -> {
            paths.add(exchange.getRequestURI().getPath());
            received.add(exchange.getRequestHeaders().getFirst("Authorization"));
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void sendsQueryVariablesAndToken() throws InterruptedException {
        answer = "{\"data\":{\"x\":1}}";

        GraphQLAnswer given = client().ask("{ x }", "{\"a\": [1]}");

        assertThat(received).containsExactly("Bearer secret", "{\"query\":\"{ x }\",\"variables\":{\"a\":[1]}}");
        assertThat(given.hasErrors()).isFalse();
        assertThat(given.data().path("x").asInt()).isEqualTo(1);
    }

    @Test
    void takesAnAnswerWithErrorsForAnAnswer() throws InterruptedException {
        answer = "{\"errors\":[{\"message\":\"no such field\"}],\"data\":null}";

        GraphQLAnswer given = client().ask("{ y }", "{}");

        assertThat(given.hasErrors()).isTrue();
        assertThat(given.pretty()).contains("no such field");
        assertThatThrownBy(() -> client().data("{ y }", "{}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no such field");
    }

    @Test
    void asksHowAQueryWouldBeAnswered() throws InterruptedException {
        answer = "Asked\n  x\n";

        assertThat(client().explain("{ x }", "{}")).isEqualTo("Asked\n  x\n");
        assertThat(paths).containsExactly("/graphql/explain");
    }

    @Test
    void saysWhyAQueryIsNotExplained() {
        status = 400;
        answer = "{\"errors\":[{\"message\":\"no field y\"},{\"message\":\"no field z\"}]}";

        assertThatThrownBy(() -> client().explain("{ y z }", "{}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessage("the query is refused: no field y; no field z");
    }

    @Test
    void saysWhenTheTokenIsRefused() {
        status = 401;

        assertThatThrownBy(() -> client().ask("{ x }", "{}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("refuses the token (HTTP 401)");
    }

    @Test
    void showsTheBeginningOfAStrangeAnswer() {
        status = 500;
        answer = "{\"trouble\":\"" + "x".repeat(1000) + "\"}";

        assertThatThrownBy(() -> client().ask("{ x }", "{}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("answered HTTP 500: {\"trouble\"")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void saysWhenTheAnswerIsNoJson() {
        answer = "<html>";

        assertThatThrownBy(() -> client().ask("{ x }", "{}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("answered what is not JSON");
    }

    @Test
    void saysWhenNobodyAnswers() {
        server.stop(0);

        assertThatThrownBy(() -> client().ask("{ x }", "{}"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void refusesVariablesThatAreNoObject() {
        assertThatThrownBy(() -> client().ask("{ x }", "[1]")).hasMessage("the variables must be a JSON object");
        assertThatThrownBy(() -> client().ask("{ x }", "{\"a\":")).hasMessageContaining("the variables are not JSON");
        assertThatThrownBy(() -> client().ask("{ x }", "{} {}")).hasMessageContaining("the variables are not JSON");
        assertThat(received).isEmpty();
    }

    private GraphQLClient client() {
        return new GraphQLClient("http://127.0.0.1:" + server.getAddress().getPort() + "/graphql", "secret");
    }
}
