package io.clientele.consumer;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Up to when a shard is read. While events keep coming there is always something behind a page; but what was there when it was
 * asked for is read as soon as that position is passed.
 */
final class Course {

    private @Nullable Mark mark;

    /** Whoever has got to the position has read everything that was there at the instant. */
    private record Mark(long position, Instant at) {}

    /**
     * Notes that a page was worked on.
     *
     * @param position its end
     * @param behind positions that were there after it when it was made
     * @param asked when it was asked for
     * @return up to when the shard is read, if that is known anew
     */
    Optional<Instant> worked(long position, long behind, Instant asked) {
        Mark before = mark;
        if (before != null && position < before.position()) {
            return Optional.empty();
        }
        mark = behind == 0 ? null : new Mark(position + behind, asked);
        return behind == 0 ? Optional.of(asked) : Optional.ofNullable(before).map(Mark::at);
    }
}
