/** Work that one instance of the service does at a time. */
@NullMarked
package io.clientele.profile.leader;

import org.jspecify.annotations.NullMarked;
