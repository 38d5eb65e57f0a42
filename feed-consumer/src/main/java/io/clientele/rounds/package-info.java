/** Work that goes round and round beside the answering of requests, and survives every failure. */
@NullMarked
package io.clientele.rounds;

import org.jspecify.annotations.NullMarked;
