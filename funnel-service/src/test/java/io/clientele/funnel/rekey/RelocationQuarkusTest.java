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
    private static final int FOUGHT_OVER = 400;

    /** The number of decisions of which none gives way to another. */
    private static final long SAME = 1;

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
        attempt(customers.get(0), Internal.decision()).until(step);
        assertThat(visit.seen()).hasSize(EVENTS);
        Internal.rekey(device, customers.get(0));
        assertAllSeenOnceUnder(customers.get(0));

        attempt(customers.get(1), Internal.decision()).until(step);
        assertThat(visit.seen()).hasSize(EVENTS);
        Internal.rekey(device, customers.get(2));
        assertAllSeenOnceUnder(customers.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void goesBackAfterBeingKilledBetweenSteps(int step) {
        visit.send(device, 0, EVENTS);
        attempt(customers.get(0), Internal.decision()).until(step);
        Internal.rekey(device, device);
        assertAllSeenOnceUnder(device);
    }

    @Test
    void ofTwoAtOnceTheHigherDecisionGetsEachEvent() throws Exception {
        visit.send(device, 0, FOUGHT_OVER);
        atOnce(List.of(Internal.wish(device, customers.get(0)), Internal.wish(device, customers.get(1))));
        assertFoughtOverAreUnder(customers.get(1));
    }

    @Test
    void twoAtOnceForTheSameDecisionMoveEachEventOnce() throws Exception {
        visit.send(device, 0, FOUGHT_OVER);
        Map<String, Object> wish = Internal.wish(device, customers.get(0));
        assertThat(atOnce(List.of(wish, wish))).isEqualTo(FOUGHT_OVER);
        assertFoughtOverAreUnder(customers.get(0));
    }

    /** How many events were moved by these together, each sent until it was done. */
    private static long atOnce(List<Map<String, Object>> wishes) throws Exception {
        CyclicBarrier start = new CyclicBarrier(wishes.size());
        long moved = 0;
        try (ExecutorService services = Executors.newFixedThreadPool(wishes.size())) {
            List<Future<Long>> answers = new ArrayList<>();
            for (Map<String, Object> wish : wishes) {
                answers.add(services.submit(() -> {
                    start.await();
                    return Internal.rekey(wish);
                }));
            }
            for (Future<Long> each : answers) {
                moved += each.get();
            }
        }
        return moved;
    }

    private void assertFoughtOverAreUnder(String customer) {
        assertThat(visit.seen())
                .hasSize(FOUGHT_OVER)
                .allSatisfy((id, seen) -> assertThat(seen).containsExactly(customer));
    }

    @Test
    void deletesWhatDeadOneWroteForErasedCustomer() {
        visit.send(device, 0, EVENTS);
        Attempt late = attempt(customers.get(0), Internal.decision()).until(1);
        Internal.erase(device);
        late.until(3);
        assertThat(visit.seen()).as("copies that come too late").hasSize(EVENTS);
        assertThat(Internal.rekey(device, customers.get(0))).isZero();
        assertThat(visit.seen()).isEmpty();
    }

    @Test
    void erasingAgainDeletesWhatCameTooLate() {
        visit.send(device, 0, EVENTS);
        Attempt late = attempt(customers.get(0), Internal.decision()).until(1);
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
            interleave(
                    random,
                    List.of(attempt(any(random), SAME), attempt(any(random), SAME), attempt(any(random), SAME)));
            if (random.nextBoolean()) {
                rekey(request(any(random), SAME));
            }
        }
        String last = any(random);
        rekey(request(last, SAME));
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
        RekeyAnswer answer =
                service.rekey(List.of(new AskedRun.Wished(request))).await().atMost(PATIENCE);
        assertThat(answer.runs()).allMatch(RunAnswer::done);
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
