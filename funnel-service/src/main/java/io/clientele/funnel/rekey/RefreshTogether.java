package io.clientele.funnel.rekey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * The refreshes of one call: when all runs that are under way wait for one, there is one for all of them. If each asked for
 * its own as soon as it has written, one refresh would follow the other without a break, each for a few events, and
 * refreshes would cost more than all the rest.
 */
final class RefreshTogether {

    private final Supplier<Uni<Void>> refresh;
    private final List<UniEmitter<? super Void>> waiting = new ArrayList<>();

    /** Runs that are under way and do not wait. */
    private int working;

    /** @param refresh makes everything visible that was stored before */
    RefreshTogether(Supplier<Uni<Void>> refresh) {
        this.refresh = refresh;
    }

    /** A run, which the others' refreshes wait for until it ends or waits for one itself. */
    <T> Uni<T> underWay(Supplier<Uni<T>> run) {
        return Uni.createFrom()
                .deferred(() -> {
                    begin();
                    return run.get();
                })
                .onTermination()
                .invoke(this::end);
    }

    /** Makes everything visible that was stored before; only for a run that is under way. */
    Uni<Void> next() {
        return Uni.createFrom().emitter(emitter -> await(emitter));
    }

    private synchronized void begin() {
        working++;
    }

    private void await(UniEmitter<? super Void> emitter) {
        synchronized (this) {
            waiting.add(emitter);
        }
        end();
    }

    private void end() {
        List<UniEmitter<? super Void>> all;
        synchronized (this) {
            working--;
            if (working > 0 || waiting.isEmpty()) {
                return;
            }
            all = List.copyOf(waiting);
            waiting.clear();
            working += all.size();
        }
        refresh.get()
                .subscribe()
                .with(
                        refreshed -> all.forEach(emitter -> emitter.complete(null)),
                        failure -> all.forEach(emitter -> emitter.fail(failure)));
    }
}
