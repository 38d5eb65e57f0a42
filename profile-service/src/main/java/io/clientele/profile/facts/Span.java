package io.clientele.profile.facts;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** The earliest and the latest of some instants, in milliseconds since 1970. */
record Span(long first, long last) {

    static final Span NONE = new Span(Long.MAX_VALUE, Long.MIN_VALUE);

    Span plus(long at) {
        return at >= first && at <= last ? this : new Span(Math.min(first, at), Math.max(last, at));
    }

    Span plus(Span other) {
        return new Span(Math.min(first, other.first), Math.max(last, other.last));
    }

    @Nullable
    Instant firstInstant() {
        return this.equals(NONE) ? null : Instant.ofEpochMilli(first);
    }

    @Nullable
    Instant lastInstant() {
        return this.equals(NONE) ? null : Instant.ofEpochMilli(last);
    }

    void write(PackedWriter out) {
        out.number(first);
        out.number(last);
    }

    static Span read(PackedReader in) {
        return new Span(in.number(), in.number());
    }
}
