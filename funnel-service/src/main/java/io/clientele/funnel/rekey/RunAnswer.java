package io.clientele.funnel.rekey;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.clientele.funnel.internal.InternalRefusal;

/**
 * What one call did of a run.
 *
 * @param moved events that this call moved to the customer; 0 if there is an error, though some may have been moved
 * @param done whether, after it, no event that searches could see when it began is left where it should not be
 * @param error why the run was not worked on to the end of the call's part; null if it was
 */
public record RunAnswer(
        long moved,
        boolean done,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Obstacle error) {

    /**
     * What was in the way.
     *
     * @param code stable, as those of refused requests
     * @param field the key of the run that is at fault; null if none is
     */
    public record Obstacle(
            String code,
            String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String field) {}

    static RunAnswer worked(long moved, boolean done) {
        return new RunAnswer(moved, done, null);
    }

    static RunAnswer failed(InternalRefusal refusal) {
        return new RunAnswer(
                0, false, new Obstacle(refusal.code(), String.valueOf(refusal.getMessage()), refusal.field()));
    }
}
