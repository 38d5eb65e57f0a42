/** The contact policy, which holds for every campaign, as staff reads and sets it. */
@NullMarked
package io.clientele.campaign.policy;

import org.jspecify.annotations.NullMarked;
