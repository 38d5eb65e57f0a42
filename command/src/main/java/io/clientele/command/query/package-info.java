/** Asks a GraphQL endpoint, the gateway's as a rule, and reads what it answers. */
@NullMarked
package io.clientele.command.query;

import org.jspecify.annotations.NullMarked;
