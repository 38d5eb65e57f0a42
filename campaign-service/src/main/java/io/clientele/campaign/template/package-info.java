/**
 * Messages written in Liquid: checked before a campaign is launched, rendered for one customer at a time.
 *
 * <p>A template can name the variables of the {@link io.clientele.campaign.template.Catalogue} and nothing else, include
 * nothing, and do no more than a bounded amount of work, whoever wrote it.
 */
@NullMarked
package io.clientele.campaign.template;

import org.jspecify.annotations.NullMarked;
