/**
 * profile-service owns customers: identity, traits, facts, tags, value tiers, churn and segments.
 *
 * <p>Each of these is a package of its own; this one tells operators which service runs.
 */
@NullMarked
package io.clientele.profile;

import org.jspecify.annotations.NullMarked;
