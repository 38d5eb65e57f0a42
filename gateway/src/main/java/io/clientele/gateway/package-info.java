/**
 * The gateway: the one GraphQL address of the platform, and the operators' console.
 *
 * <p>It keeps no data. It is ready when any service behind it is, and alive whatever they do.
 */
@NullMarked
package io.clientele.gateway;

import org.jspecify.annotations.NullMarked;
