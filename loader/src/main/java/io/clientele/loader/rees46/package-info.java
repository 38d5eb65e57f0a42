/** The behaviour events of the REES46 multi-category store. */
@NullMarked
package io.clientele.loader.rees46;

import org.jspecify.annotations.NullMarked;
