/**
 * Who calls the internal endpoints: every resource whose address begins with {@code /internal} is for services of this
 * installation only. {@code ServiceCallers} lets nobody else through and keeps the caller's name in
 * {@link io.clientele.funnel.caller.CallingService}; a resource needs no annotation of its own for that, so none can be
 * forgotten.
 */
@NullMarked
package io.clientele.funnel.caller;

import org.jspecify.annotations.NullMarked;
