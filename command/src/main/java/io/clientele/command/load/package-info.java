/** Loads event sources into the running stack through the public collection API, and shows how far it is. */
@NullMarked
package io.clientele.command.load;

import org.jspecify.annotations.NullMarked;
