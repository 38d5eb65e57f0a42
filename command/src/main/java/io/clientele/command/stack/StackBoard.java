package io.clientele.command.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.clientele.command.home.CommandFailure;
import io.clientele.command.home.PartState;
import io.clientele.command.home.PartState.Phase;
import io.clientele.command.home.ProcessId;
import io.clientele.command.home.StackState;
import io.clientele.command.home.StateFile;

/** What is known of all parts: threads of the supervisor write and wait here, other processes read the file. */
final class StackBoard {
    private final StateFile file;
    private final StackLog log;
    private final Map<String, PartState> parts = new LinkedHashMap<>();
    private @Nullable String failure;
    private boolean behind;

    /** @throws CommandFailure when the first state cannot be published, since nobody could find such a stack */
    StackBoard(StateFile file, List<Part> parts, StackLog log) {
        this.file = file;
        this.log = log;
        for (Part part : parts) {
            String note = part.needs().isEmpty() ? "" : "waits for " + String.join(", ", part.needs());
            this.parts.put(part.name(), new PartState(part.name(), null, part.address(), Phase.WAITING, note, 0));
        }
        try {
            file.write(state());
        } catch (IOException e) {
            throw CommandFailure.failed("cannot publish the state of the stack (" + e.getMessage() + ")", e);
        }
    }

    synchronized void update(PartState state) {
        parts.put(state.name(), state);
        publish();
        notifyAll();
    }

    /** Publishes what could not be published when it happened. */
    synchronized void catchUp() {
        if (behind) {
            publish();
        }
    }

    /** Ends the start of the stack; the first failure is the one that is told. */
    synchronized void fail(String sentence) {
        if (failure == null) {
            failure = sentence;
        }
        notifyAll();
    }

    synchronized StackState state() {
        return new StackState(ProcessId.current(), List.copyOf(parts.values()));
    }

    synchronized void awaitReady(List<String> names) throws InterruptedException {
        while (!names.stream().allMatch(this::ready)) {
            wait();
        }
    }

    /** Returns when all parts are ready (empty), or with the reason why that will not be. */
    synchronized Optional<String> awaitAllReady(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (failure == null && !state().allReady()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.of("not ready after " + limit.toSeconds() + " s: " + unready());
            }
            wait(left);
        }
        return Optional.ofNullable(failure);
    }

    private boolean ready(String name) {
        PartState state = parts.get(name);
        return state != null && state.ready();
    }

    private String unready() {
        StringBuilder text = new StringBuilder();
        for (PartState part : parts.values()) {
            if (!part.ready()) {
                text.append(text.isEmpty() ? "" : "; ").append(part.name()).append(' ');
                text.append(part.note().isEmpty() ? "has not answered" : part.note());
            }
        }
        return text.toString();
    }

    private void publish() {
        try {
            file.write(state());
            behind = false;
        } catch (IOException e) {
            // A full disk is no reason to leave the parts alone. One word of it is enough until it works again.
            if (!behind) {
                log.keep("cannot publish the state of the stack; './clientele status' shows an old one", e);
            }
            behind = true;
        }
    }
}
