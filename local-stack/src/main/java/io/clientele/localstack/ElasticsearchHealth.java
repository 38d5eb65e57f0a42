package io.clientele.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks a starting Elasticsearch whether it is the process that we started, and whether its shards are there. */
final class ElasticsearchHealth implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI uri;
    private final long pid;

    ElasticsearchHealth(URI uri, long pid) {
        this.uri = uri;
        this.pid = pid;
    }

    boolean isReady() {
        // Another server could hold the port while ours is about to fail on it.
        boolean ours = read("/_nodes/_local/process?filter_path=nodes.*.process.id")
                .filter(body -> body.contains("\"id\":" + pid + "}"))
                .isPresent();
        return ours
                && read("/_cluster/health?wait_for_status=yellow&timeout=5s")
                        .filter(body -> !body.contains("\"timed_out\":true"))
                        .isPresent();
    }

    private Optional<String> read(String path) {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException notYet) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(
                    LocalStackException.Code.INTERRUPTED, "Interrupted while waiting for Elasticsearch", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
