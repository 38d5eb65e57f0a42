/** Texts that clients give, and why they are not taken. */
@NullMarked
package io.clientele.edge.text;

import org.jspecify.annotations.NullMarked;
