package io.clientele.command.home;

import java.util.List;
import java.util.Optional;

/** What the supervisor publishes: itself and its parts, in the order in which they are shown. */
public record StackState(ProcessId supervisor, List<PartState> parts) {
    /** The part that front ends and people ask. */
    public static final String GATEWAY = "gateway";

    public StackState {
        parts = List.copyOf(parts);
    }

    public boolean allReady() {
        return !parts.isEmpty() && parts.stream().allMatch(PartState::ready);
    }

    /**
     * The one GraphQL address, which is the gateway's.
     *
     * @throws CommandFailure when no gateway is among the parts
     */
    public String graphql() {
        return gateway() + "/graphql";
    }

    /**
     * Where a person tries queries out.
     *
     * @throws CommandFailure when no gateway is among the parts
     */
    public String graphiql() {
        return gateway() + "/graphiql";
    }

    /**
     * Where an operator looks at the shop. The token stands where browsers keep it to themselves: what follows the # is sent
     * to nobody.
     *
     * @throws CommandFailure when no gateway is among the parts
     */
    public String console(String token) {
        return gateway() + "/#token=" + token;
    }

    private String gateway() {
        return part(GATEWAY).orElseThrow(CommandFailure::notRunning).address();
    }

    public Optional<PartState> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
