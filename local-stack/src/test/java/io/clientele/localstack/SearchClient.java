package io.clientele.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** Talks to Elasticsearch as any HTTP client does. */
record SearchClient(URI uri, HttpClient client) implements AutoCloseable {

    private static final Pattern CLUSTER_UUID = Pattern.compile("\"cluster_uuid\" : \"([^\"]+)\"");

    SearchClient(ElasticsearchServer server) {
        this(server.uri(), HttpClient.newHttpClient());
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String succeed(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer.body();
    }

    String clusterUuid() throws IOException, InterruptedException {
        Matcher matcher = CLUSTER_UUID.matcher(succeed("GET", "/", ""));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    @Override
    public void close() {
        client.close();
    }
}
