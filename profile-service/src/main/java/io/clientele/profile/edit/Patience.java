package io.clientele.profile.edit;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Waits for something to become true, for so long, on the context that it was begun on. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Supplier<Uni<Boolean>> condition;
    private final @Nullable Context context;
    private final long end;

    private Patience(Supplier<Uni<Boolean>> condition, Duration patience) {
        this.condition = condition;
        this.context = Vertx.currentContext();
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Whether it is true now or becomes so in time. */
    static Uni<Boolean> until(Duration patience, Supplier<Uni<Boolean>> condition) {
        return Uni.createFrom().deferred(() -> new Patience(condition, patience).look());
    }

    private Uni<Boolean> look() {
        return condition
                .get()
                .chain(met ->
                        met || System.nanoTime() - end >= 0 ? Uni.createFrom().item(met) : again());
    }

    private Uni<Boolean> again() {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(PAUSE)
                .emitOn(command -> run(context, command))
                .chain(this::look);
    }

    static void run(@Nullable Context context, Runnable command) {
        if (context == null) {
            command.run();
        } else {
            context.runOnContext(ignored -> command.run());
        }
    }
}
