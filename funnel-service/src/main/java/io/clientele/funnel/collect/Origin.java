package io.clientele.funnel.collect;

import java.time.Instant;

/**
 * Where items came from and when.
 *
 * @param source the name of the write key
 * @param received when they arrived
 */
record Origin(String source, Instant received) {}
