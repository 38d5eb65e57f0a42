package io.clientele.profile.rounds;

/** Whether customers are about to change again and again, since the fold catches up with the feed. */
public interface FeedBacklog {

    /** Whether this instance folds events of which many pages wait to be read. */
    boolean isLong();
}
