package io.clientele.command.home;

import java.util.List;
import java.util.Optional;

/** What the supervisor publishes: itself and its parts, in the order in which they are shown. */
public record StackState(ProcessId supervisor, List<PartState> parts) {
    public StackState {
        parts = List.copyOf(parts);
    }

    public boolean allReady() {
        return !parts.isEmpty() && parts.stream().allMatch(PartState::ready);
    }

    public Optional<PartState> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
