/** What a trace tells of a request, and what it keeps to itself. */
@NullMarked
package io.clientele.profile.trace;

import org.jspecify.annotations.NullMarked;
