/** Holds what callers see to the scopes that the schema asks for. */
@NullMarked
package io.clientele.gateway.access;

import org.jspecify.annotations.NullMarked;
