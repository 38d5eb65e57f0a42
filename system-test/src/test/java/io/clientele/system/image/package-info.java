/**
 * The images: that what the build lays out for them runs as it would in a container, and that there is one layout, however
 * it is built.
 */
@NullMarked
package io.clientele.system.image;

import org.jspecify.annotations.NullMarked;
