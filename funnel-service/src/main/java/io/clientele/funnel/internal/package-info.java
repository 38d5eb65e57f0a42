/**
 * What the endpoints for the platform's other services have in common.
 *
 * <p>{@link io.clientele.funnel.internal.RequestBody} reads what they are sent, {@link
 * io.clientele.funnel.internal.InternalRefusal} is why they refuse it, with a stable code.
 */
@NullMarked
package io.clientele.funnel.internal;

import org.jspecify.annotations.NullMarked;
