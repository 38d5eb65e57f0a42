package io.clientele.funnel.rekey;

/**
 * What one call did.
 *
 * @param moved events that this call moved to the customer
 * @param done whether, after it, no event that searches could see when it began is left where it should not be
 */
public record RekeyAnswer(long moved, boolean done) {}
