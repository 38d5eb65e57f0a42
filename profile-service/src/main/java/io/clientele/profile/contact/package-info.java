/**
 * What the service that contacts customers has to know of them, a thousand at a time: docs/internal-api.md describes it.
 */
@NullMarked
package io.clientele.profile.contact;

import org.jspecify.annotations.NullMarked;
