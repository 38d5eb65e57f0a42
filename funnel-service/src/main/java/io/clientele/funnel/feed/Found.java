package io.clientele.funnel.feed;

/**
 * An event in the answer's bytes.
 *
 * @param id the document's id, as JSON text with its quotes
 * @param event the document that the event was stored as, one JSON object
 * @param oneLine whether the document holds no line break
 */
record Found(long position, Slice id, Slice event, boolean oneLine) {}
