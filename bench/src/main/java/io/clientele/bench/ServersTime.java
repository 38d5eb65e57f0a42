package io.clientele.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** What the servers have cost of the CPU so far: a figure that other programs on the machine disturb less than the time that passes. */
record ServersTime(Duration funnel, Duration profile, Duration postgres, Duration elasticsearch) {

    static ServersTime now(long funnel, long profile, long postgres, long elasticsearch) {
        return new ServersTime(of(funnel), of(profile), of(postgres), of(elasticsearch));
    }

    ServersTime minus(ServersTime earlier) {
        return new ServersTime(
                funnel.minus(earlier.funnel),
                profile.minus(earlier.profile),
                postgres.minus(earlier.postgres),
                elasticsearch.minus(earlier.elasticsearch));
    }

    /** Microseconds an event, of each. */
    String perEvent(long events) {
        return String.format(
                Locale.ROOT,
                "CPU an event: funnel-service %.0f, profile-service %.0f, PostgreSQL %.0f, Elasticsearch %.0f µs",
                micros(funnel, events),
                micros(profile, events),
                micros(postgres, events),
                micros(elasticsearch, events));
    }

    private static double micros(Duration time, long events) {
        return time.toNanos() / 1e3 / events;
    }

    /** Of a process and those that it has started and that still run, as PostgreSQL's connections are. */
    private static Duration of(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration::plus)
                .orElseThrow(() -> new IllegalStateException("process " + pid + " tells no CPU time"));
    }
}
