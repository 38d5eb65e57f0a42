package io.clientele.funnel.erasure;

/**
 * What one call erased, and what a count after it found.
 *
 * @param events events of which this call left nothing but the message id
 * @param copies their copies under other customers that it deleted
 * @param rejected refused items that it deleted
 * @param left documents of these customers that there still are, of all three kinds; exact
 * @param done whether none is left
 */
public record EraseAnswer(long events, long copies, long rejected, long left, boolean done) {}
