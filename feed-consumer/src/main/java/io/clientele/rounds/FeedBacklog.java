package io.clientele.rounds;

/** Whether what a service keeps is about to change again and again, since it catches up with the feed. */
public interface FeedBacklog {

    /** Whether this instance consumes events of which many pages wait to be read. */
    boolean isLong();
}
