package io.clientele.profile.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a change of a device's runs means for its parts. */
public sealed interface Resettlement {

    /** The parts lie where they are. */
    record Stays() implements Resettlement {}

    /** The events of each part still lie in one run, each part's in another: parts change key or node as a whole. */
    record Moves(List<Move> moves) implements Resettlement {}

    /** The events of a part lie in several runs, or those of several parts in one: they must be folded anew. */
    record Scattered() implements Resettlement {}

    /** One part's way to another run; {@code to} may equal the part's run with another node. */
    record Move(KnownPart part, Run to) {

        /** Where the part lies afterwards. */
        public PartKey key() {
            return new PartKey(part.key().home(), to.since());
        }
    }

    /** Finds out from the parts of one device and its runs as they are now. */
    static Resettlement of(List<KnownPart> parts, DeviceOwnership ownership) {
        List<Move> moves = new ArrayList<>();
        Set<Run> taken = new HashSet<>();
        for (KnownPart part : parts) {
            Run run = ownership.at(part.firstAt());
            if (!run.covers(part.lastAt()) || !taken.add(run)) {
                return new Scattered();
            }
            if (run.since() != part.key().since() || !run.node().equals(part.node())) {
                moves.add(new Move(part, run));
            }
        }
        return moves.isEmpty() ? new Stays() : new Moves(List.copyOf(moves));
    }
}
