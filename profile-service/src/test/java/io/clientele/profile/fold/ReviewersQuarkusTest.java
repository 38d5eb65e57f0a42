package io.clientele.profile.fold;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.clientele.database.Database;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.profile.customer.Customers;
import io.clientele.profile.customer.IdentityLock;
import io.clientele.profile.segment.SegmentsStack;
import io.clientele.profile.segment.TestCustomers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.clientele.profile.fold.Shop.now;
import static io.clientele.profile.fold.Shop.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Several reviewers at the same due customers, as those of several instances are; the service's own rests. */
@QuarkusTest
@WithTestResource(SigningKeys.class)
@WithTestResource(SegmentsStack.class)
class ReviewersQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int CUSTOMERS = 100;
    private static final int REVIEWERS = 4;

    @Inject
    TestCustomers shoppers;

    @Inject
    Database database;

    @Inject
    Customers customers;

    @Inject
    FoldConfig config;

    @BeforeEach
    void put() {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(shoppers::clear);
        for (int i = 0; i < CUSTOMERS; i++) {
            shoppers.put("rv-" + i, List.of(viewed("rv-m" + i, "rv-" + i, null, i)));
        }
        // No two at the same instant, and not in the order of their ids.
        shoppers.run("UPDATE customer SET next_review_at = now() - hashtext(id) % 1000 * interval '1 second'"
                + " - interval '1 hour'");
    }

    @Test
    void reviewEachDueCustomerOnce() throws Exception {
        long before = versions();

        atOnce(Collections.nCopies(REVIEWERS, this::reviewUntilNoneIsDue));

        assertThat(due()).isZero();
        assertThat(versions() - before)
                .as("reviews, each of which takes a version")
                .isEqualTo(CUSTOMERS);
        assertThat(shoppers.number("SELECT count(*) FROM customer WHERE version > " + before))
                .isEqualTo(CUSTOMERS);
    }

    @Test
    void areNotInEachOthersWayNorInThatOfWhoFolds() throws Exception {
        long before = versions();
        List<Work> work = new ArrayList<>(Collections.nCopies(REVIEWERS, this::reviewUntilNoneIsDue));
        for (int folder = 0; folder < 2; folder++) {
            Random random = new Random(folder);
            work.add(() -> IntStream.range(0, 20).forEach(page -> recompute(random)));
        }

        atOnce(work);

        assertThat(due()).isZero();
        assertThat(shoppers.number("SELECT count(*) FROM customer WHERE version > " + before))
                .isEqualTo(CUSTOMERS);
    }

    /** What one of several does; it fails if PostgreSQL ends it because of a deadlock. */
    private interface Work {
        void perform() throws Exception;
    }

    private static void atOnce(List<? extends Work> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(work.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Future<?>> ended = new ArrayList<>();
            for (Work each : work) {
                ended.add(threads.submit(() -> {
                    start.await();
                    each.perform();
                    return null;
                }));
            }
            for (Future<?> each : ended) {
                each.get();
            }
        }
    }

    private void reviewUntilNoneIsDue() {
        Reviewer reviewer = new Reviewer(database, customers, config);
        do {
            now(reviewer.review());
        } while (due() > 0);
    }

    /** Ten customers in a transaction, as a page of the feed would have it. */
    private void recompute(Random random) {
        List<String> ids = random.ints(10, 0, CUSTOMERS)
                .mapToObj(i -> "rv-" + i)
                .distinct()
                .collect(Collectors.toList());
        now(database.inTransaction(transaction -> IdentityLock.shared(transaction)
                .chain(() -> customers.recompute(transaction, ids, Map.of(), Map.of()))));
    }

    private long due() {
        return shoppers.number("SELECT count(*) FROM customer WHERE next_review_at <= now()");
    }

    private long versions() {
        return shoppers.number("SELECT last_value FROM customer_version");
    }
}
