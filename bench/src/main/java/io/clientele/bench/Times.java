package io.clientele.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times that something took. */
final class Times {

    private final List<Long> nanos = new ArrayList<>();

    void add(Duration time) {
        nanos.add(time.toNanos());
    }

    void addAll(Times others) {
        nanos.addAll(others.nanos);
    }

    int size() {
        return nanos.size();
    }

    /** The time, in milliseconds, that a share of them did not exceed: 0.5 for the median. */
    double millis(double share) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("nothing was timed");
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }
}
