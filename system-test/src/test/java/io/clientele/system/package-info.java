/**
 * The services as they are built, run together with real servers: what no service's own tests can show. The tests come in
 * folders by what they are after; all start their services in the same way.
 */
@NullMarked
package io.clientele.system;

import org.jspecify.annotations.NullMarked;
