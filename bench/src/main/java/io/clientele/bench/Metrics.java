package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/** What a service tells of itself, at one moment. */
record Metrics(String text) {

    static Metrics of(Requests requests, URI service) throws IOException, InterruptedException {
        return new Metrics(requests.send(
                        HttpRequest.newBuilder(service.resolve("/q/metrics")).build())
                .body());
    }

    /** A counter, added up over its labels; 0 if there is none. */
    long total(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
