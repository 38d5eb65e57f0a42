package io.clientele.funnel.funnel;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.elasticsearch.client.Searches;
import io.smallrye.mutiny.Uni;

/** Computes funnels by the aggregation of our Elasticsearch plugin. */
@ApplicationScoped
class FunnelService {

    private final Searches searches;

    FunnelService(Searches searches) {
        this.searches = searches;
    }

    /** The funnel, each count exact; fails with the codes of {@link Searches}. */
    Uni<Funnel> compute(FunnelQuestion question) {
        return searches.search(EventsIndex.READ_ALIAS, FunnelSearch.body(question))
                .flatMap(answer -> answered(question, answer));
    }

    private Uni<Funnel> answered(FunnelQuestion question, ObjectNode first) {
        List<String> doubtful = FunnelSearch.doubtful(first);
        if (doubtful.isEmpty()) {
            return Uni.createFrom().item(() -> FunnelSearch.read(question, first));
        }
        return searches.search(EventsIndex.READ_ALIAS, FunnelSearch.body(question, doubtful))
                .map(whole -> FunnelSearch.read(question, first, whole));
    }
}
