package io.clientele.bench;

import java.io.IOException;
import java.net.URI;

/**
 * What profile-service tells of its fold, all since it started.
 *
 * @param events events that were folded and committed
 * @param customers customers that pages touched, over all pages
 * @param pages pages that were committed
 */
record FoldProgress(long events, long customers, long pages) {

    static FoldProgress of(Requests requests, URI profile) throws IOException, InterruptedException {
        Metrics metrics = Metrics.of(requests, profile);
        return new FoldProgress(
                metrics.total("clientele_fold_events_total"),
                metrics.total("clientele_fold_customers_total"),
                metrics.total("clientele_fold_pages_total"));
    }

    FoldProgress minus(FoldProgress earlier) {
        return new FoldProgress(events - earlier.events, customers - earlier.customers, pages - earlier.pages);
    }
}
