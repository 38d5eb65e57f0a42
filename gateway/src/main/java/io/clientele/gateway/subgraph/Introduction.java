package io.clientele.gateway.subgraph;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.clientele.edge.ServiceTokens;

/**
 * How the gateway introduces itself to the services: by a signed token of its own, beside the user's.
 *
 * <p>One token serves for a minute; signing one for every request would cost more than many a request.
 */
public final class Introduction implements Supplier<Map<String, String>> {

    private static final Duration RENEWAL = Duration.ofMinutes(1);

    private record Signed(Map<String, String> headers, Instant renewal) {}

    private final ServiceTokens tokens;
    private final InstantSource clock;
    private volatile @Nullable Signed signed;

    public Introduction(ServiceTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The headers that say who asks; none if the installation has no secret to sign with. */
    @Override
    public Map<String, String> get() {
        if (!tokens.canIssue()) {
            return Map.of();
        }
        Signed last = signed;
        Instant now = clock.instant();
        if (last == null || !now.isBefore(last.renewal)) {
            last = new Signed(Map.of(ServiceTokens.HEADER, tokens.issue()), now.plus(RENEWAL));
            signed = last;
        }
        return last.headers;
    }
}
