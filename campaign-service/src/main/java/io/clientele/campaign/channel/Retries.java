package io.clientele.campaign.channel;

import java.time.Duration;
import java.util.Optional;

/**
 * When a message is tried again.
 *
 * @param attempts before it is set aside
 * @param first the pause after the first failure
 * @param longest the longest pause, unless the receiver asks for more
 */
record Retries(int attempts, Duration first, Duration longest) {

    /** No receiver is waited for longer, whatever it asks for. */
    static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private static final int MOST_DOUBLINGS = 30;

    /**
     * The pause after a failed attempt; empty if that was the last.
     *
     * <p>It doubles with every attempt, and up to half of it is added at random, so that messages that failed together do not
     * come back together.
     *
     * @param attempt from 1
     * @param asked what the receiver asked for by {@code Retry-After}
     * @param chance from 0 to 1
     */
    Optional<Duration> after(int attempt, Optional<Duration> asked, double chance) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        double doubled = first.toMillis() * Math.pow(2, Math.min(attempt - 1, MOST_DOUBLINGS));
        long pause = (long) (Math.min(doubled, (double) longest.toMillis()) * (1 + chance / 2));
        long wanted = asked.map(wish -> wish.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wish)
                .map(Duration::toMillis)
                .orElse(0L);
        return Optional.of(Duration.ofMillis(Math.max(pause, wanted)));
    }
}
