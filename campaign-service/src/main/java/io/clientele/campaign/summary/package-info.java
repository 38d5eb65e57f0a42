/** What a campaign does, in one sentence of English or Chinese, as a person would say it. */
@NullMarked
package io.clientele.campaign.summary;

import org.jspecify.annotations.NullMarked;
