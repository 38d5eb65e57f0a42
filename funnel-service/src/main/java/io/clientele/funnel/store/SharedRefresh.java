package io.clientele.funnel.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import io.clientele.elasticsearch.client.CallersContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Refreshes that many share: of an index at most one is under way, and whoever asks meanwhile gets the next one, which
 * begins after it asked. So a refresh costs the same for one and for a hundred, and shows each of them what it had stored.
 */
final class SharedRefresh {

    private final Function<String, Uni<Void>> refresh;
    private final Map<String, Beat> underWay = new HashMap<>();

    /** @param refresh refreshes an index on its own */
    SharedRefresh(Function<String, Uni<Void>> refresh) {
        this.refresh = refresh;
    }

    /** Makes everything that was stored in an index before visible to searches. */
    Uni<Void> of(String index) {
        return Uni.createFrom().emitter(emitter -> join(index, new Asking(emitter, CallersContext.capture())));
    }

    private void join(String index, Asking asking) {
        synchronized (underWay) {
            Beat current = underWay.get(index);
            if (current != null) {
                current.next().add(asking);
                return;
            }
            underWay.put(index, new Beat(new ArrayList<>()));
        }
        begin(index, List.of(asking));
    }

    private void begin(String index, List<Asking> asking) {
        refresh.apply(index)
                .subscribe()
                .with(
                        refreshed -> end(index, asking, emitter -> emitter.complete(null)),
                        failure -> end(index, asking, emitter -> emitter.fail(failure)));
    }

    private void end(String index, List<Asking> asking, Consumer<UniEmitter<? super Void>> answer) {
        List<Asking> next;
        synchronized (underWay) {
            next = Objects.requireNonNull(underWay.remove(index)).next();
            if (!next.isEmpty()) {
                underWay.put(index, new Beat(new ArrayList<>()));
            }
        }
        if (!next.isEmpty()) {
            begin(index, next);
        }
        asking.forEach(one -> one.context().run(() -> answer.accept(one.emitter())));
    }

    /** A refresh under way, and who wants the one after it. */
    private record Beat(List<Asking> next) {}

    private record Asking(UniEmitter<? super Void> emitter, CallersContext context) {}
}
