package io.clientele.contract.condition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.clientele.contract.RandomEvents;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.EventDocument;
import io.clientele.contract.index.CustomersIndex;
import io.clientele.contract.index.EventsIndex;
import io.clientele.contract.index.SearchEngine;
import io.clientele.localstack.SharedStack;

/** The shared Elasticsearch with the index of events, over plain HTTP. */
final class SearchCluster {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String uri = SharedStack.elasticsearch().uri().toString();

    void createIndex() {
        send(
                "PUT",
                "/" + EventsIndex.NAME,
                EventsIndex.creation(SearchEngine.ELASTICSEARCH, 2, 0).toString());
    }

    void index(List<Event> events) {
        ByteArrayOutputStream bulk = new ByteArrayOutputStream();
        for (Event event : events) {
            var action = EventDocument.MAPPER.createObjectNode();
            action.putObject("create")
                    .put("_id", event.messageId())
                    .put("routing", event.customer().routing());
            bulk.writeBytes((action + "\n").getBytes(StandardCharsets.UTF_8));
            bulk.writeBytes(EventDocument.bytes(event));
            bulk.write('\n');
        }
        JsonNode answer = send(
                "POST", "/" + EventsIndex.WRITE_ALIAS + "/_bulk?refresh=true", bulk.toString(StandardCharsets.UTF_8));
        if (answer.path("errors").booleanValue()) {
            throw new AssertionError("not indexed: " + answer.path("items").findValue("error"));
        }
    }

    void createCustomersIndex() {
        send(
                "PUT",
                "/" + CustomersIndex.name(1),
                CustomersIndex.creation(SearchEngine.ELASTICSEARCH, 1, 2, 0).toString());
    }

    void indexCustomers(List<CustomerView> customers) {
        StringBuilder bulk = new StringBuilder();
        for (CustomerView customer : customers) {
            var action = EventDocument.MAPPER.createObjectNode();
            action.putObject("index").put("_id", customer.id());
            bulk.append(action).append('\n');
            bulk.append(CustomerDocument.of(customer, RandomEvents.NOW)).append('\n');
        }
        JsonNode answer = send("POST", "/" + CustomersIndex.name(1) + "/_bulk?refresh=true", bulk.toString());
        if (answer.path("errors").booleanValue()) {
            throw new AssertionError("not indexed: " + answer.path("items").findValue("error"));
        }
    }

    JsonNode search(JsonNode body) {
        return send(
                "POST", "/" + EventsIndex.READ_ALIAS + "/_search?allow_partial_search_results=false", body.toString());
    }

    JsonNode send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri).resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(response.statusCode() + " " + response.body() + "\nfor " + body);
            }
            return EventDocument.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
