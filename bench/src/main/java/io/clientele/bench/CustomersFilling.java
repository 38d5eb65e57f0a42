package io.clientele.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.condition.CustomerDocument;
import io.clientele.contract.condition.CustomerView;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.contract.index.SearchEngine;

/** Writes made-up customers into the first index of customers, as profile-service would write them. */
final class CustomersFilling {

    private static final int PER_BULK = 1_000;
    private static final int WRITERS = 2;
    private static final long GENERATION = 1;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Requests requests;
    private final URI elasticsearch;
    private final MadeUpCustomers customers;

    CustomersFilling(Requests requests, URI elasticsearch, MadeUpCustomers customers) {
        this.requests = requests;
        this.elasticsearch = elasticsearch;
        this.customers = customers;
    }

    /** Creates the index, fills it, and waits until nothing is merged any more. */
    void fill(int count) throws IOException, InterruptedException, ExecutionException {
        ObjectNode creation =
                CustomersIndex.creation(SearchEngine.ELASTICSEARCH, GENERATION, CustomersIndex.DEFAULT_SHARDS, 0);
        expect(requests.send(Requests.to(path(CustomersIndex.name(GENERATION)), "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(creation.toString()))
                .build()));
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> writer = () -> write(next, count);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(writer);
            }
            for (Future<Integer> done : threads.invokeAll(writers)) {
                done.get();
            }
        }
        expect(requests.send(Requests.to(path(CustomersIndex.name(GENERATION) + "/_refresh"), "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build()));
        HttpRequest merges = Requests.to(path("_stats/merge?filter_path=_all.total.merges.current"), "application/json")
                .build();
        while (!requests.send(merges).body().contains("\"current\":0")) {
            Thread.sleep(PAUSE);
        }
    }

    private int write(AtomicInteger next, int count) throws IOException, InterruptedException {
        int bulks = 0;
        for (int from = next.getAndAdd(PER_BULK); from < count; from = next.getAndAdd(PER_BULK)) {
            HttpRequest bulk = Requests.to(path("_bulk?filter_path=errors"), "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(bulk(from, Math.min(from + PER_BULK, count))))
                    .build();
            HttpResponse<String> answer = requests.send(bulk);
            if (!answer.body().contains("\"errors\":false")) {
                throw new IllegalStateException("customers are refused: " + answer.body());
            }
            bulks++;
        }
        return bulks;
    }

    private byte[] bulk(int from, int to) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int number = from; number < to; number++) {
            CustomerView customer = customers.of(number);
            ObjectNode action = JsonNodeFactory.instance.objectNode();
            action.putObject("index")
                    .put("_index", CustomersIndex.writeAlias(GENERATION))
                    .put("_id", customer.id())
                    .put("version", 1)
                    .put("version_type", "external_gte");
            lines.writeBytes(line(action));
            lines.writeBytes(line(CustomerDocument.of(customer, customers.updatedAt())));
        }
        return lines.toByteArray();
    }

    private URI path(String path) {
        return elasticsearch.resolve("/" + path);
    }

    private static void expect(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Elasticsearch answers " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static byte[] line(ObjectNode json) {
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
