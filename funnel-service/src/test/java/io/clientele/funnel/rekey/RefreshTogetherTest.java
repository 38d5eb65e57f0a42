package io.clientele.funnel.rekey;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshTogetherTest {

    private final List<CompletableFuture<Void>> refreshes = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final RefreshTogether together = new RefreshTogether(this::refresh);

    @Test
    void refreshesOnceForAllThatAreUnderWay() {
        CompletableFuture<Void> writingOfA = begin("a");
        CompletableFuture<Void> writingOfB = begin("b");

        writingOfA.complete(null);
        assertThat(refreshes).as("b writes still").isEmpty();
        writingOfB.complete(null);
        assertThat(refreshes).hasSize(1);
        assertThat(told).isEmpty();

        refreshes.getFirst().complete(null);
        assertThat(told).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void doesNotWaitForWhoEndsWithoutARefresh() {
        CompletableFuture<Void> searching = new CompletableFuture<>();
        together.underWay(() -> Uni.createFrom().completionStage(searching))
                .subscribe()
                .with(found -> told.add("nothing found"), failure -> told.add("away"));
        begin("a").complete(null);
        assertThat(refreshes).isEmpty();

        searching.completeExceptionally(new IllegalStateException("away"));

        assertThat(refreshes).hasSize(1);
        refreshes.getFirst().complete(null);
        assertThat(told).containsExactly("away", "a");
    }

    @Test
    void givesWhoBeginsWhileItRefreshesTheNextOne() {
        begin("a").complete(null);
        CompletableFuture<Void> writingOfB = begin("b");
        refreshes.getFirst().complete(null);
        assertThat(told).containsExactly("a");

        writingOfB.complete(null);

        assertThat(refreshes).hasSize(2);
        refreshes.getLast().complete(null);
        assertThat(told).containsExactly("a", "b");
    }

    @Test
    void tellsAllThatWaitedOfAFailure() {
        CompletableFuture<Void> writingOfA = begin("a");
        begin("b").complete(null);
        writingOfA.complete(null);

        refreshes.getFirst().completeExceptionally(new IllegalStateException("away"));

        assertThat(told).containsExactlyInAnyOrder("a failed: away", "b failed: away");
    }

    /** A run that writes, has that shown, and ends. */
    private CompletableFuture<Void> begin(String run) {
        CompletableFuture<Void> writing = new CompletableFuture<>();
        together.underWay(() -> Uni.createFrom().completionStage(writing).chain(together::next))
                .subscribe()
                .with(shown -> told.add(run), failure -> told.add(run + " failed: " + failure.getMessage()));
        return writing;
    }

    private Uni<Void> refresh() {
        CompletableFuture<Void> refresh = new CompletableFuture<>();
        refreshes.add(refresh);
        return Uni.createFrom().completionStage(refresh);
    }
}
