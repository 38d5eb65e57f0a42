/**
 * Carries plans out: asks the subgraphs as soon as what they must be told is known, joins their answers, and makes of them
 * the answer that the client's operation describes.
 *
 * <p>What fails nulls only what depends on it; every failure is told with its path, the service and a stable code.
 */
@NullMarked
package io.clientele.gateway.execute;

import org.jspecify.annotations.NullMarked;
