/** Erases a customer over all services and looks for what is left of it in every store, knowing nothing of what is where. */
@NullMarked
package io.clientele.system.erasure;

import org.jspecify.annotations.NullMarked;
