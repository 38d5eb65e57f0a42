package io.clientele.funnel.journey;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.clientele.edge.page.PageRequest;

import static io.clientele.funnel.question.Questions.assertSearch;
import static io.clientele.funnel.question.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;

class JourneySearchTest {

    @Test
    void asksForCustomersEventsNewestFirst() {
        assertSearch(
                JourneySearch.journey("c1", JourneyOrder.NEWEST_FIRST.listing(), new PageRequest(50, null, false)),
                """
                {"query": {"bool": {"filter": [{"term": {"customer_id": "c1"}}]}},
                 "size": 51,
                 "track_total_hits": true,
                 "sort": [{"@timestamp": "desc"}, {"message_id": "desc"}]}
                """);
    }

    @Test
    void asksWhichCustomersThereAre() {
        assertSearch(JourneySearch.known(List.of("c1", "c2")), """
                {"size": 0,
                 "track_total_hits": false,
                 "query": {"bool": {"filter": [{"terms": {"customer_id": ["c1", "c2"]}}]}},
                 "aggs": {"known": {"terms": {"field": "customer_id", "size": 2}}}}
                """);
        assertThat(JourneySearch.readKnown(
                        json("{\"aggregations\": {\"known\": {\"buckets\": [{\"key\": \"c2\", \"doc_count\": 1}]}}}")))
                .containsExactly("c2");
    }

    @Test
    void asksOneShardForOneCustomer() {
        assertThat(JourneySearch.routing(Set.of("c1"))).isEqualTo(Map.of("routing", "c1"));
        assertThat(JourneySearch.routing(Set.of("anon:a1"))).isEqualTo(Map.of("routing", "a1"));
    }

    @Test
    void asksEveryShardWhereRoutingCouldNotNameOne() {
        assertThat(JourneySearch.routing(Set.of("c1", "c2"))).isEmpty();
        assertThat(JourneySearch.routing(Set.of("c1,c2"))).isEmpty();
        assertThat(JourneySearch.routing(Set.of("anon:"))).isEmpty();
        assertThat(JourneySearch.routing(Set.of(""))).isEmpty();
        assertThat(JourneySearch.routing(Set.of("c".repeat(257)))).isEmpty();
    }
}
