/** The contact policy that holds: the one that was set, or the configured one. */
@NullMarked
package io.clientele.campaign.policy.setting;

import org.jspecify.annotations.NullMarked;
