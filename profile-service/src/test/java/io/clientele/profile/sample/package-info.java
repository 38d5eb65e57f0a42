/** Customers that tests make up. */
@NullMarked
package io.clientele.profile.sample;

import org.jspecify.annotations.NullMarked;
