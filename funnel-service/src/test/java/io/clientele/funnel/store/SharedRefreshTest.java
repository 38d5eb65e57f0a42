package io.clientele.funnel.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;

import static org.assertj.core.api.Assertions.assertThat;

class SharedRefreshTest {

    private final List<String> begun = new ArrayList<>();
    private final List<CompletableFuture<Void>> ends = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final SharedRefresh refreshes = new SharedRefresh(this::refresh);

    @Test
    void givesWhoAsksMeanwhileTheNextOneTogether() {
        ask("a", "events");
        ask("b", "events");
        ask("c", "events");
        assertThat(begun).containsExactly("events");

        ends.get(0).complete(null);
        assertThat(told).as("what b stored may have missed the first").containsExactly("a");
        assertThat(begun).hasSize(2);

        ends.get(1).complete(null);
        assertThat(told).containsExactly("a", "b", "c");
        assertThat(begun).as("nobody wants a third").hasSize(2);

        ask("d", "events");
        assertThat(begun).hasSize(3);
    }

    @Test
    void tellsEachOfItsOwnFailureOnly() {
        ask("a", "events");
        ask("b", "events");

        ends.get(0).completeExceptionally(new IllegalStateException("away"));
        ends.get(1).complete(null);

        assertThat(told).containsExactly("a failed: away", "b");
    }

    @Test
    void keepsIndicesApart() {
        ask("a", "events");
        ask("b", "rejected");
        assertThat(begun).containsExactly("events", "rejected");

        ends.get(1).complete(null);
        assertThat(told).containsExactly("b");
    }

    private Uni<Void> refresh(String index) {
        begun.add(index);
        CompletableFuture<Void> end = new CompletableFuture<>();
        ends.add(end);
        return Uni.createFrom().completionStage(end);
    }

    private void ask(String who, String index) {
        refreshes
                .of(index)
                .subscribe()
                .with(done -> told.add(who), failure -> told.add(who + " failed: " + failure.getMessage()));
    }
}
