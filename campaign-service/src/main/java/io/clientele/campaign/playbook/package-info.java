/**
 * Playbooks: campaigns that are ready but for a few parameters. Each is a file of resources, in the words of CampaignInput
 * and DefineBenefitInput, in which {@code "$name"} stands for a parameter.
 */
@NullMarked
package io.clientele.campaign.playbook;

import org.jspecify.annotations.NullMarked;
