package io.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;

/**
 * What profile-service tells of its fold, all since it started.
 *
 * @param events events that were folded and committed
 * @param customers customers that pages touched, over all pages
 * @param pages pages that were committed
 */
record FoldProgress(long events, long customers, long pages) {

    static FoldProgress of(Requests requests, URI profile) throws IOException, InterruptedException {
        String metrics = requests.send(
                        HttpRequest.newBuilder(profile.resolve("/q/metrics")).build())
                .body();
        return new FoldProgress(
                count(metrics, "clientele_fold_events_total"),
                count(metrics, "clientele_fold_customers_total"),
                count(metrics, "clientele_fold_pages_total"));
    }

    FoldProgress minus(FoldProgress earlier) {
        return new FoldProgress(events - earlier.events, customers - earlier.customers, pages - earlier.pages);
    }

    private static long count(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
