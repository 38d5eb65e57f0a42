/**
 * What a campaign is: whom it is for, what starts it, what it says and gives, what it shall bring about; and the states that
 * it goes through.
 *
 * <p>Clients write a {@link io.clientele.campaign.definition.CampaignInput}; {@link
 * io.clientele.campaign.definition.CampaignReading} makes the typed {@link
 * io.clientele.campaign.definition.CampaignDefinition} of it, or names every problem. The input is what is stored, so that
 * clients get back the words that they wrote.
 */
@NullMarked
package io.clientele.campaign.definition;

import org.jspecify.annotations.NullMarked;
