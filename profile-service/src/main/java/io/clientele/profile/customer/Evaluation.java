package io.clientele.profile.customer;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What definitions say of a customer.
 *
 * @param tags ids of the tags that it has
 * @param segments ids of the segments that it is a member of
 * @param definitionsVersion the version of the definitions that said so; 0: none has been asked
 * @param nextReviewAt the earliest instant at which they could say something else without an event; null: never
 */
public record Evaluation(
        Set<String> tags,
        Set<String> segments,
        long definitionsVersion,
        @Nullable Instant nextReviewAt) {

    /** Of a customer of whom nothing has been asked yet. */
    public static final Evaluation NONE = new Evaluation(Set.of(), Set.of(), 0, null);

    public Evaluation {
        tags = Set.copyOf(tags);
        segments = Set.copyOf(segments);
    }
}
