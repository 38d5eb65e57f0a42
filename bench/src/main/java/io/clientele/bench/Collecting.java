package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;

import io.clientele.contract.index.EventsIndex;

/** Sends messages to the collection API of a funnel-service. */
final class Collecting {

    private static final int PER_REQUEST = 250;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Requests requests;
    private final URI funnel;
    private final String key;

    Collecting(Requests requests, URI funnel, String writeKey) {
        this.requests = requests;
        this.funnel = funnel;
        this.key = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    }

    /** The request that sends one body of {@code /v1/batch}. */
    HttpRequest request(byte[] batch) {
        return Requests.to(funnel.resolve("/v1/batch"), "application/json")
                .header("Authorization", "Basic " + key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(batch))
                .build();
    }

    /** Whether all messages of a request were new and taken. */
    static boolean took(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().contains("\"duplicate\":0,\"rejected\":0");
    }

    /** Sends all messages and waits until Elasticsearch merges nothing any more. */
    void store(Messages messages, URI elasticsearch) throws IOException, InterruptedException, ExecutionException {
        List<HttpRequest> batches =
                messages.batches(PER_REQUEST).stream().map(this::request).toList();
        requests.sendAll(batches, Collecting::took);
        requests.send(
                Requests.to(elasticsearch.resolve("/" + EventsIndex.WRITE_ALIAS + "/_refresh"), "application/json")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
        HttpRequest merges = Requests.to(
                        elasticsearch.resolve("/_stats/merge?filter_path=_all.total.merges.current"),
                        "application/json")
                .build();
        while (!requests.send(merges).body().contains("\"current\":0")) {
            Thread.sleep(PAUSE);
        }
    }
}
