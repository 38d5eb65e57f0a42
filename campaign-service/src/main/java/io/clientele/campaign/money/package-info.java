/** Money as clients see it, and as they write it. */
@NullMarked
package io.clientele.campaign.money;

import org.jspecify.annotations.NullMarked;
