/**
 * campaign-service owns campaigns: rules, triggers, contacts, coupons and experiments.
 *
 * <p>Each of these is a package of its own; this one tells operators which service runs.
 */
@NullMarked
package io.clientele.campaign;

import org.jspecify.annotations.NullMarked;
