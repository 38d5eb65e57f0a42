/**
 * The portrait: all that is derived of one customer at an instant, and the named fields by which conditions and the index ask
 * for it.
 */
@NullMarked
package io.clientele.profile.portrait;

import org.jspecify.annotations.NullMarked;
