/** Holds the reading of operations to what GraphQL says, and to its limits. */
@NullMarked
package io.clientele.gateway.operation;

import org.jspecify.annotations.NullMarked;
