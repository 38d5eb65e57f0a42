/** The figures that customers are judged by, as configuration: read once, checked at the start, the same for everyone. */
@NullMarked
package io.clientele.profile.rules;

import org.jspecify.annotations.NullMarked;
