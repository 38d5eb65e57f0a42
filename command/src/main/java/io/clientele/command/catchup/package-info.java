/**
 * Waits until what was loaded shows everywhere: profile-service folds the feed behind the collection API, moves events of
 * visitors who became known, evaluates tags and segments, and writes the index of customers. Each tells what it has still
 * to do; the wait is over when nobody has anything to do.
 */
@NullMarked
package io.clientele.command.catchup;

import org.jspecify.annotations.NullMarked;
