package io.clientele.command.catchup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import io.clientele.command.access.AccessKeys;
import io.clientele.command.access.Tokens;
import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.Home;
import io.clientele.command.query.GraphQLClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StackWorkTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String consumers = "{\"consumers\":[]}";
    private String data = "{}";

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean feed = exchange.getRequestURI().getPath().equals("/internal/v1/feed/consumers");
            asked.add(exchange.getRequestURI().getPath());
            byte[] body = (feed ? consumers : "{\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8);
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
    void asksTheFeedBeforeTheServiceThatReadsIt() throws Exception {
        consumers = "{\"consumers\":[{\"name\":\"other\",\"behind\":1},{\"name\":\"profile\",\"behind\":42}]}";
        data = """
                {"backlog": {"moves": 3, "evaluations": 4}, "customersIndex": {"live": "c-1", "filling": null, "pending": 5}}""";

        assertThat(work().now()).isEqualTo(new Outstanding(OptionalLong.of(42), 3, 4, 5, true));
        assertThat(asked).containsExactly("/internal/v1/feed/consumers", "/graphql");
    }

    @Test
    void knowsNoEndAsLongAsNobodyReadsTheFeedOrTheIndexIsFilling() throws Exception {
        data = """
                {"backlog": {"moves": 0, "evaluations": 0}, "customersIndex": {"live": "c-1", "filling": "c-2", "pending": 0}}""";

        assertThat(work().now()).isEqualTo(new Outstanding(OptionalLong.empty(), 0, 0, 0, false));
        assertThat(work().now().nothing()).isFalse();
    }

    @Test
    void saysWhenTheFeedRefuses() {
        status = 503;
        consumers = "STORE_UNAVAILABLE";

        assertThatThrownBy(() -> work().now())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("HTTP 503")
                .hasMessageContaining("STORE_UNAVAILABLE");
    }

    private StackWork work() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        Tokens tokens = new Tokens(new AccessKeys(new Home(folder).create()), Clock.systemUTC());
        return new StackWork(address, new GraphQLClient(address + "/graphql", "token"), tokens);
    }
}
