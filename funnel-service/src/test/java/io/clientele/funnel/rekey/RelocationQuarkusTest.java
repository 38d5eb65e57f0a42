package io.clientele.funnel.rekey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.clientele.contract.event.CustomerId;
import io.clientele.edge.testing.SigningKeys;
import io.clientele.funnel.StackResource;
import io.clientele.funnel.TestShop;
import io.clientele.funnel.internal.Internal;
import io.clientele.funnel.internal.Visit;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of events when the work on them is cut off, doubled or late. */
@QuarkusTest
@WithTestResource(StackResource.class)
@WithTestResource(SigningKeys.class)
class RelocationQuarkusTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int EVENTS = 4;
    private static final int FOUGHT_OVER = 40;

    @Inject
    MisplacedEvents misplaced;

    @Inject
    Relocation relocation;

    @Inject
    RekeyService service;

    private final Visit visit = new Visit();
    private final String device = "anon:" + visit.named("device");
    private final List<String> customers =
            List.of(visit.named("a"), visit.named("b"), "anon:" + visit.named("c"), device);

    @BeforeEach
    void awaitReady() {
        TestShop.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void endsWellAfterBeingKilledBetweenSteps(int step) {
        visit.send(device, 0, EVENTS);
        attempt(customers.get(0), 0).until(step);
        assertThat(visit.seen()).hasSize(EVENTS);
        Internal.rekey(device, customers.get(0));
        assertAllSeenOnceUnder(customers.get(0));

        attempt(customers.get(1), 0).until(step);
        assertThat(visit.seen()).hasSize(EVENTS);
        Internal.rekey(device, customers.get(2));
        assertAllSeenOnceUnder(customers.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void goesBackAfterBeingKilledBetweenSteps(int step) {
        visit.send(device, 0, EVENTS);
        attempt(customers.get(0), 0).until(step);
        Internal.rekey(device, device);
        assertAllSeenOnceUnder(device);
    }

    @Test
    void twoAtOnceLeaveEachEventUnderOneOfTheirCustomers() throws Exception {
        // Without a decision neither gives way, and each event may change hands many times.
        visit.send(device, 0, FOUGHT_OVER);
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService services = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> moved = new ArrayList<>();
            for (String customer : customers.subList(0, 2)) {
                moved.add(services.submit(() -> {
                    start.await();
                    return Internal.rekey(device, customer);
                }));
            }
            for (Future<Long> each : moved) {
                each.get();
            }
        }
        assertThat(visit.seen())
                .hasSize(FOUGHT_OVER)
                .allSatisfy((id, seen) -> assertThat(seen).hasSize(1).isSubsetOf(customers.subList(0, 2)));
        Internal.rekey(device, customers.get(0));
        assertThat(visit.seen())
                .hasSize(FOUGHT_OVER)
                .allSatisfy((id, seen) -> assertThat(seen).containsExactly(customers.get(0)));
    }

    @Test
    void twoAtOnceForTheSameCustomerMoveEachEventOnce() throws Exception {
        visit.send(device, 0, 400);
        CyclicBarrier start = new CyclicBarrier(2);
        long moved = 0;
        try (ExecutorService services = Executors.newFixedThreadPool(2)) {
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                answers.add(services.submit(() -> {
                    start.await();
                    return Internal.rekey(device, customers.get(0));
                }));
            }
            for (Future<Long> each : answers) {
                moved += each.get();
            }
        }
        assertThat(moved).isEqualTo(400);
        assertThat(visit.seen())
                .hasSize(400)
                .allSatisfy((id, seen) -> assertThat(seen).containsExactly(customers.get(0)));
    }

    @Test
    void deletesWhatDeadOneWroteForErasedCustomer() {
        visit.send(device, 0, EVENTS);
        Attempt late = attempt(customers.get(0), 0).until(1);
        Internal.erase(device);
        late.until(3);
        assertThat(visit.seen()).as("copies that come too late").hasSize(EVENTS);
        assertThat(Internal.rekey(device, customers.get(0))).isZero();
        assertThat(visit.seen()).isEmpty();
    }

    @Test
    void erasingAgainDeletesWhatCameTooLate() {
        visit.send(device, 0, EVENTS);
        Attempt late = attempt(customers.get(0), 0).until(1);
        Internal.erase(device);
        late.until(4);
        assertThat(Internal.erase(device))
                .containsEntry("copies", (long) EVENTS)
                .containsEntry("events", 0L);
        assertThat(visit.seen()).isEmpty();
    }

    /** Several at the same events, each with a step at a time, some killed; then one more that is left in peace. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void noOrderOfStepsHidesEventOrDoublesItForGood(long seed) {
        Random random = new Random(seed);
        visit.send(device, 0, EVENTS);
        for (int round = 0; round < 4; round++) {
            interleave(random, List.of(attempt(any(random), 0), attempt(any(random), 0), attempt(any(random), 0)));
            if (random.nextBoolean()) {
                rekey(request(any(random), 0));
            }
        }
        String last = any(random);
        rekey(request(last, 0));
        assertAllSeenOnceUnder(last);
    }

    /** The same, but that each decision has its number and all are sent again, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void lastDecisionHoldsInWhateverOrderDecisionsArrive(long seed) {
        Random random = new Random(seed);
        visit.send(device, 0, EVENTS);
        List<RekeyRequest> decisions = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            decisions.add(request(any(random), number));
        }
        List<RekeyRequest> shuffled = new ArrayList<>(decisions);
        Collections.shuffle(shuffled, random);
        interleave(random, shuffled.subList(0, 3).stream().map(this::attempt).toList());
        interleave(random, shuffled.subList(3, 6).stream().map(this::attempt).toList());
        Collections.shuffle(shuffled, random);
        shuffled.forEach(this::rekey);
        assertAllSeenOnceUnder(decisions.getLast().customer().value());
    }

    private void interleave(Random random, List<Attempt> attempts) {
        List<Attempt> alive = new ArrayList<>(attempts);
        while (!alive.isEmpty()) {
            Attempt next = alive.get(random.nextInt(alive.size()));
            next.next();
            assertThat(visit.seen()).as("nothing is ever hidden").hasSize(EVENTS);
            if (next.finished() || random.nextInt(6) == 0) {
                alive.remove(next);
            }
        }
    }

    private void rekey(RekeyRequest request) {
        RekeyAnswer answer = service.rekey(request).await().atMost(PATIENCE);
        assertThat(answer.done()).isTrue();
    }

    private Attempt attempt(String customer, long decision) {
        return attempt(request(customer, decision));
    }

    private Attempt attempt(RekeyRequest request) {
        return new Attempt(request, misplaced, relocation);
    }

    private RekeyRequest request(String customer, long decision) {
        return new RekeyRequest(CustomerId.parse(device), null, null, CustomerId.parse(customer), decision);
    }

    private String any(Random random) {
        return customers.get(random.nextInt(customers.size()));
    }

    private void assertAllSeenOnceUnder(String customer) {
        Map<String, List<String>> expected = new HashMap<>();
        for (int i = 0; i < EVENTS; i++) {
            expected.put(visit.id(i), List.of(customer));
        }
        assertThat(visit.seen()).isEqualTo(expected);
    }
}
