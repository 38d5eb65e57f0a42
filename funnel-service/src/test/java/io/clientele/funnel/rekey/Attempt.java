package io.clientele.funnel.rekey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.mutiny.Uni;

/** One page of a request, worked on a step at a time, so that a test can come between or end it. */
final class Attempt {

    static final int STEPS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RekeyRequest request;
    private final MisplacedEvents misplaced;
    private final Relocation relocation;
    private int step;
    private Relocation.Plan plan = new Relocation.Plan(List.of(), Map.of(), Set.of());
    private Relocation.Decided decided = new Relocation.Decided(List.of(), List.of());

    Attempt(RekeyRequest request, MisplacedEvents misplaced, Relocation relocation) {
        this.request = request;
        this.misplaced = misplaced;
        this.relocation = relocation;
    }

    boolean finished() {
        return step == STEPS;
    }

    /** Does the steps up to this one, as if the process were killed then. */
    Attempt until(int steps) {
        while (step < steps) {
            next();
        }
        return this;
    }

    void next() {
        switch (step++) {
            case 0 -> plan = done(misplaced.find(request).flatMap(page -> relocation.plan(request, page)));
            case 1 -> relocation.storeCopies(plan).await().atMost(PATIENCE);
            case 2 -> decided = done(relocation.replaceHomes(plan));
            case 3 -> relocation.removeStrays(plan, decided).await().atMost(PATIENCE);
            default -> throw new IllegalStateException("there are no more steps");
        }
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
