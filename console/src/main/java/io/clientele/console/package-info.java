/**
 * The operators' console: pages, scripts and styles of this jar's folder {@code clientele-console}, and the route that serves
 * them. The pages ask the public GraphQL API of the gateway and nothing else.
 */
@NullMarked
package io.clientele.console;

import org.jspecify.annotations.NullMarked;
