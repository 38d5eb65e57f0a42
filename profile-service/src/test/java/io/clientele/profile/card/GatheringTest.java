package io.clientele.profile.card;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatheringTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final List<Collection<String>> reads = new ArrayList<>();
    private final Gathering<String> gathering = new Gathering<>("test", this::read);

    @AfterAll
    static void close() throws Exception {
        VERTX.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void readsWhatOneRequestAsksForAtATimeAtOnce() throws Exception {
        assertThat(onRequest(Uni.join()
                        .all(gathering.of("a"), gathering.of("b"), gathering.of("none"), gathering.of("a"))
                        .andFailFast()))
                .containsExactly(Optional.of("A"), Optional.of("B"), Optional.empty(), Optional.of("A"));

        assertThat(reads).hasSize(1);
        assertThat(new TreeSet<>(reads.getFirst())).containsExactly("a", "b", "none");
    }

    @Test
    void readsAnewWhatIsAskedForLater() throws Exception {
        assertThat(onRequest(gathering.of("a").chain(() -> gathering.of("a")))).contains("A");

        assertThat(reads).hasSize(2);
    }

    @Test
    void failsEveryFieldWithWhatTheReadFailedWith() {
        Gathering<String> broken = new Gathering<>(
                "broken", ids -> Uni.createFrom().failure(new IllegalStateException("gone with " + ids.size())));

        assertThatThrownBy(() ->
                        onRequest(Uni.join().all(broken.of("a"), broken.of("b")).andFailFast()))
                .hasRootCauseMessage("gone with 2");
    }

    @Test
    void readsAtOnceOutsideOfRequests() {
        assertThat(gathering.of("a").await().indefinitely()).contains("A");
    }

    private Uni<Map<String, String>> read(Collection<String> ids) {
        reads.add(ids);
        return Uni.createFrom()
                .item(ids.stream()
                        .filter(id -> id.length() == 1)
                        .collect(Collectors.toMap(id -> id, id -> id.equals("a") ? "A" : "B")));
    }

    private static <T> T onRequest(Uni<T> asked) throws Exception {
        Context request = Objects.requireNonNull(VertxContext.createNewDuplicatedContext(VERTX.getOrCreateContext()));
        CompletableFuture<T> answer = new CompletableFuture<>();
        request.runOnContext(ignored -> asked.subscribe().with(answer::complete, answer::completeExceptionally));
        return answer.get(10, TimeUnit.SECONDS);
    }
}
