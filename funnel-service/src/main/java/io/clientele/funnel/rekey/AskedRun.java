package io.clientele.funnel.rekey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.clientele.funnel.internal.InternalRefusal;
import io.clientele.funnel.internal.RequestBody;

/** One of the runs that a call asks for: a home customer's events of a stretch of time. */
sealed interface AskedRun {

    /** Most runs of a call. */
    int MOST = 100;

    String RUNS = "runs";

    /** A wish that can be worked on. */
    record Wished(RekeyRequest request) implements AskedRun {}

    /** A wish that cannot be, whenever it is asked for. */
    record Unusable(InternalRefusal refusal) implements AskedRun {}

    /**
     * The runs of a request's body.
     *
     * @throws InternalRefusal if the body is no such request, or a run has not the fields that a run has: then its sender
     *     speaks another language, and none is worked on
     */
    static List<AskedRun> read(byte[] body) {
        List<AskedRun> runs = new ArrayList<>();
        for (RequestBody run : RequestBody.of(body, Set.of(RUNS)).objects(RUNS, MOST)) {
            runs.add(read(run, RUNS + "[" + runs.size() + "]"));
        }
        return runs;
    }

    private static AskedRun read(RequestBody run, String place) {
        try {
            return new Wished(RekeyRequest.read(run));
        } catch (InternalRefusal refusal) {
            return switch (refusal.reason()) {
                // A customer or a time that cannot be is this run's alone.
                case INVALID_VALUE, INVALID_RANGE -> new Unusable(refusal);
                case MALFORMED_JSON,
                        MISSING_FIELD,
                        UNKNOWN_FIELD,
                        INVALID_TYPE,
                        TOO_MANY_ITEMS,
                        OVERLOADED,
                        INTERNAL,
                        STORE_UNAVAILABLE -> throw refusal.at(place);
            };
        }
    }
}
