/**
 * Who may be written to: what customers consented to, and the addresses that are not to be written to again.
 *
 * <p>{@link io.clientele.campaign.consent.Reachability} decides, from values alone; {@link
 * io.clientele.campaign.consent.Consents} keeps and loads them.
 */
@NullMarked
package io.clientele.campaign.consent;

import org.jspecify.annotations.NullMarked;
