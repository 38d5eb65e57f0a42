package io.clientele.campaign.recommendation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.clientele.campaign.audience.FakeProfiles;
import io.clientele.campaign.rehearsal.PastData;
import io.clientele.campaign.rehearsal.RehearsalStack;
import io.clientele.campaign.trigger.Feed;
import io.clientele.contract.event.Event;
import io.clientele.contract.event.Money;
import io.clientele.contract.event.Product;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.elasticsearch.client.Searches;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(FakeProfiles.class)
@WithTestResource(RehearsalStack.class)
class SimilarProductsQuarkusTest {

    private final Instant now = Instant.now();

    @Inject
    Searches searches;

    @Test
    void countsCustomersAndTellsOfAProductWhatMostOfThemSaw() {
        PastData.clear();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            events.add(added("customer-" + i, product("p-tea", "Tea", "25"), i));
        }
        for (int i = 0; i < 20; i++) {
            events.add(added("forger", product("p-forged", "Pills", "1"), i));
            events.add(added("forger", product("p-tea", "Refund: evil.example", "1"), i));
        }
        PastData.index(events);

        Map<String, List<RecommendedProduct>> found = new SimilarProducts(searches, Clock.systemUTC())
                .of(List.of("drinks", "nothing", "drinks"))
                .await()
                .atMost(Duration.ofSeconds(30));

        assertThat(found).containsOnlyKeys("drinks", "nothing");
        assertThat(found.get("nothing")).isEmpty();
        List<RecommendedProduct> drinks = Objects.requireNonNull(found.get("drinks"));
        assertThat(drinks).extracting(RecommendedProduct::id).containsExactly("p-tea", "p-forged");
        RecommendedProduct tea = drinks.getFirst();
        assertThat(tea.name()).isEqualTo("Tea");
        assertThat(tea.brand()).isEqualTo("House");
        assertThat(tea.price()).isEqualByComparingTo("25");
    }

    private static Product product(String id, String name, String price) {
        return new Product(id, name, "drinks", "House", Money.parse("price", price, "EUR"), 1L);
    }

    private Event added(String customer, Product product, int secondsAgo) {
        return Feed.event(
                        UUID.randomUUID().toString(),
                        customer,
                        "Product Added",
                        now.minus(Duration.ofMinutes(1)).minusSeconds(secondsAgo))
                .products(List.of(product))
                .build();
    }
}
