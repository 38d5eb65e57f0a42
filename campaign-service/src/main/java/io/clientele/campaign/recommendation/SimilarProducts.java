package io.clientele.campaign.recommendation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.clientele.contract.index.EventsIndex;
import io.clientele.edge.CodedException;
import io.clientele.elasticsearch.client.ElasticsearchFailure;
import io.clientele.elasticsearch.client.Searches;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/**
 * Finds what sells in categories. The answer for a category is kept for a while; what cannot be had, or not soon, is none: a
 * message without recommendations is better than a late one. Events can be made up by whoever has a write key, so customers
 * are counted and not events, and a product is told of as most of its customers' events do.
 */
@ApplicationScoped
public class SimilarProducts {

    private static final Logger LOG = Logger.getLogger(SimilarProducts.class);
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    /** Of one search. Visitors make up categories as they please. */
    private static final int MOST_CATEGORIES = 50;

    private static final int MOST_CATEGORIES_KEPT = 1_000;
    private static final int PRODUCTS = 5;
    private static final int MILLIONTHS = 6;

    private final Searches searches;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private volatile Instant notBefore = Instant.MIN;

    SimilarProducts(Searches searches, Clock clock) {
        this.searches = searches;
        this.clock = clock;
    }

    private record Kept(List<RecommendedProduct> products, Instant until) {}

    /**
     * The products of each category that most customers put into their carts in the last 30 days, the first first. Two seconds
     * and one search are all that it takes; for a minute after a failure nothing is searched for.
     *
     * @param wanted each as often as it is wanted: of very many, those that are wanted most are searched for
     */
    public Uni<Map<String, List<RecommendedProduct>>> of(Collection<String> wanted) {
        Instant now = clock.instant();
        Map<String, List<RecommendedProduct>> found = new HashMap<>();
        Map<String, Integer> missing = new LinkedHashMap<>();
        for (String category : wanted) {
            Kept known = kept.get(category);
            if (known != null && now.isBefore(known.until())) {
                found.put(category, known.products());
            } else {
                missing.merge(category, 1, Integer::sum);
            }
        }
        if (missing.isEmpty() || now.isBefore(notBefore)) {
            return Uni.createFrom().item(found);
        }
        List<String> categories = missing.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CATEGORIES)
                .map(Map.Entry::getKey)
                .toList();
        return search(categories, now).invoke(found::putAll).replaceWith(found);
    }

    private Uni<Map<String, List<RecommendedProduct>>> search(List<String> categories, Instant now) {
        return searches.search(EventsIndex.READ_ALIAS, body(categories))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(answer -> products(categories, answer))
                .invoke(found -> found.forEach((category, products) -> keep(category, products, now)))
                .onFailure(SimilarProducts::ofTheSearch)
                .recoverWithItem(failure -> {
                    notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
                    LOG.warnf("For a minute messages go without recommendations: %s", failure);
                    return Map.of();
                });
    }

    private static boolean ofTheSearch(Throwable failure) {
        return failure instanceof CodedException
                || failure instanceof ElasticsearchFailure
                || failure instanceof TimeoutException;
    }

    private void keep(String category, List<RecommendedProduct> products, Instant now) {
        if (kept.size() >= MOST_CATEGORIES_KEPT) {
            kept.values().removeIf(one -> !now.isBefore(one.until()));
        }
        if (kept.size() < MOST_CATEGORIES_KEPT) {
            kept.put(category, new Kept(products, now.plus(KEPT)));
        }
    }

    private static ObjectNode body(List<String> categories) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("size", 0).put("track_total_hits", false);
        body.put("timeout", PATIENCE.toSeconds() + "s");
        var filter = body.putObject("query").putObject("bool").putArray("filter");
        filter.addObject().putObject("range").putObject("@timestamp").put("gte", "now-30d");
        filter.addObject().putObject("term").put("event", "Product Added");
        var all = filter.addObject().putObject("terms").putArray("product.category");
        ObjectNode byCategory = body.putObject("aggs").putObject("categories");
        var filters = byCategory.putObject("filters").putArray("filters");
        for (String category : categories) {
            all.add(category);
            filters.addObject().putObject("term").put("product.category", category);
        }
        ObjectNode products = byCategory.putObject("aggs").putObject("products");
        ObjectNode told = byCustomers(products, "product.id", PRODUCTS);
        byCustomers(told.putObject("name"), "product.name", 1);
        byCustomers(told.putObject("brand"), "product.brand", 1);
        byCustomers(told.putObject("price"), "product.price", 1);
        return body;
    }

    /** The values of a field that most customers' events have; gives where more is asked of each. */
    private static ObjectNode byCustomers(ObjectNode aggregation, String field, int most) {
        ObjectNode terms = aggregation.putObject("terms").put("field", field).put("size", most);
        terms.putArray("order").addObject().put("customers", "desc");
        ((ArrayNode) terms.path("order")).addObject().put("_key", "asc");
        ObjectNode more = aggregation.putObject("aggs");
        more.putObject("customers").putObject("cardinality").put("field", "customer_hash");
        return more;
    }

    private static Map<String, List<RecommendedProduct>> products(List<String> categories, JsonNode answer) {
        Map<String, List<RecommendedProduct>> found = new HashMap<>();
        JsonNode buckets = answer.at("/aggregations/categories/buckets");
        for (int i = 0; i < categories.size(); i++) {
            List<RecommendedProduct> products = new ArrayList<>();
            for (JsonNode bucket : buckets.path(i).at("/products/buckets")) {
                products.add(product(categories.get(i), bucket));
            }
            found.put(categories.get(i), products);
        }
        return found;
    }

    private static RecommendedProduct product(String category, JsonNode bucket) {
        JsonNode price = bucket.at("/price/buckets/0/key");
        return new RecommendedProduct(
                bucket.path("key").asText(),
                text(bucket.at("/name/buckets/0/key")),
                category,
                text(bucket.at("/brand/buckets/0/key")),
                price.isMissingNode() ? null : BigDecimal.valueOf(price.asLong(), MILLIONTHS));
    }

    private static @Nullable String text(JsonNode key) {
        return key.isMissingNode() ? null : key.asText();
    }
}
