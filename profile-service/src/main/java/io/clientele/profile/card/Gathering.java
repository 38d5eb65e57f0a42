package io.clientele.profile.card;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Reads at once what the fields of one request ask for at the same time: what is asked for until the request's event loop
 * comes round again. Nothing is kept beyond that. Answers come on the context that asked.
 *
 * @param <V> what is read by an id
 */
final class Gathering<V> {

    private final String name;
    private final Function<Collection<String>, Uni<Map<String, V>>> read;

    /**
     * Gathers for a reader.
     *
     * @param name unlike that of other readers
     * @param read what there is, by id; ids of nothing are absent
     */
    Gathering(String name, Function<Collection<String>, Uni<Map<String, V>>> read) {
        this.name = "gathering " + name;
        this.read = read;
    }

    /** What there is of an id. */
    Uni<Optional<V>> of(String id) {
        return of(Set.of(id)).map(found -> Optional.ofNullable(found.get(id)));
    }

    /** What there is of ids, and perhaps of others. */
    Uni<Map<String, V>> of(Collection<String> ids) {
        return Uni.createFrom().deferred(() -> {
            Context context = Vertx.currentContext();
            // Outside of a request there is nobody to gather with.
            return context == null || !VertxContext.isDuplicatedContext(context)
                    ? read.apply(ids)
                    : round(context).with(ids);
        });
    }

    private Round<V> round(Context context) {
        Round<V> open = ContextLocals.<Round<V>>get(name).orElse(null);
        if (open != null) {
            return open;
        }
        Round<V> round = new Round<>();
        ContextLocals.put(name, round);
        context.runOnContext(ignored -> {
            ContextLocals.remove(name);
            round.close(read);
        });
        return round;
    }

    private static final class Round<V> {

        private final Set<String> ids = new HashSet<>();
        private final CompletableFuture<Map<String, V>> answer = new CompletableFuture<>();

        Uni<Map<String, V>> with(Collection<String> more) {
            ids.addAll(more);
            return Uni.createFrom().completionStage(answer);
        }

        void close(Function<Collection<String>, Uni<Map<String, V>>> read) {
            read.apply(Set.copyOf(ids)).subscribe().with(answer::complete, answer::completeExceptionally);
        }
    }
}
