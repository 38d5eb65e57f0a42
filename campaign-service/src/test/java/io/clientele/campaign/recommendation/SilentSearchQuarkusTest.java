package io.clientele.campaign.recommendation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.elasticsearch.client.Searches;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Recommendations while Elasticsearch hangs. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(SilentSearch.class)
class SilentSearchQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Searches searches;

    @Test
    void waitsOnceForAllCategoriesAndAsksNothingForAWhile() {
        SimilarProducts products = new SimilarProducts(searches, Clock.systemUTC());
        List<String> categories =
                IntStream.range(0, 100).mapToObj(i -> "category-" + i).toList();

        assertThat(products.of(categories).await().atMost(PATIENCE)).isEmpty();
        assertThat(SilentSearch.asked()).isEqualTo(1);
        assertThat(products.of(categories).await().atMost(PATIENCE)).isEmpty();
        assertThat(SilentSearch.asked()).isEqualTo(1);
    }
}
