package io.clientele.bench;

import java.time.Duration;

/** What the servers have cost so far: a figure that other programs on the machine disturb less than the time that passes. */
record CpuTime(Duration collector, Duration elasticsearch) {

    static CpuTime now(long collector, long elasticsearch) {
        return new CpuTime(of(collector), of(elasticsearch));
    }

    CpuTime minus(CpuTime earlier) {
        return new CpuTime(collector.minus(earlier.collector), elasticsearch.minus(earlier.elasticsearch));
    }

    private static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " tells no CPU time"));
    }
}
