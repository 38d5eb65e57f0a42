/** What holds for the traces of every service, whatever it does: they tell how a request went, and not whose it was. */
@NullMarked
package io.clientele.edge.trace;

import org.jspecify.annotations.NullMarked;
