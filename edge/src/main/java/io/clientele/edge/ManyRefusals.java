package io.clientele.edge;

import java.util.List;

/** Thrown where a question is refused for several reasons, all of which reach the client, each as an error of its own. */
public final class ManyRefusals extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /** Refuses for these reasons, of which there is at least one. */
    public ManyRefusals(List<? extends Refusal> refusals) {
        super(refusals.getFirst().code() + " and " + (refusals.size() - 1) + " more", null, false, false);
        this.refusals = List.copyOf(refusals);
    }

    /** Every reason, in the order in which they were found. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
