package io.clientele.command.stack;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks a server or service whether it is ready; every answer is empty for "yes" or the reason why not. */
final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** A service's own word, {@code /q/health/ready}. */
    Optional<String> service(String address) throws InterruptedException {
        return ask(address + "/q/health/ready", Probe::failingChecks);
    }

    Optional<String> elasticsearch(String address) throws InterruptedException {
        return ask(address + "/_cluster/health?filter_path=status", Probe::redCluster);
    }

    /** Whether something listens, which is all that can be asked of a server of another protocol. */
    Optional<String> port(URI address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), (int) PATIENCE.toMillis());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("does not answer (" + e.getMessage() + ")");
        }
    }

    private interface Reading {
        Optional<String> problem(int status, JsonNode body);
    }

    private Optional<String> ask(String address, Reading reading) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return reading.problem(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (ConnectException e) {
            return Optional.of("does not listen yet");
        } catch (JsonProcessingException e) {
            return Optional.of("answers what is not JSON");
        } catch (IOException e) {
            return Optional.of("does not answer (" + e.getMessage() + ")");
        }
    }

    private static Optional<String> redCluster(int status, JsonNode body) {
        String health = body.path("status").asText("unknown");
        return status == 200 && !health.equals("red") ? Optional.empty() : Optional.of("cluster is " + health);
    }

    private static Optional<String> failingChecks(int status, JsonNode body) {
        if (status == 200) {
            return Optional.empty();
        }
        List<String> failing = new ArrayList<>();
        for (JsonNode check : body.path("checks")) {
            if (!check.path("status").asText().equals("UP")) {
                failing.add(check.path("name").asText());
            }
        }
        return Optional.of("not ready: " + (failing.isEmpty() ? "HTTP " + status : String.join(", ", failing)));
    }
}
