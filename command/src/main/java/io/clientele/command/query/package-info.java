/** Asks a service's GraphQL endpoint and reads what it answers. */
@NullMarked
package io.clientele.command.query;

import org.jspecify.annotations.NullMarked;
