// From the answers about a campaign to its page.

import { required } from "../../core/ask.js";

/** The page; null if there is no such campaign. */
export function campaignModel(answer) {
  const campaign = required(answer, "campaign");
  if (campaign === null) {
    return null;
  }
  const definition = JSON.parse(campaign.definition);
  return {
    ...campaign,
    definition: JSON.stringify(definition, null, 2),
    variants: definition.variants ?? [],
    goesOut: required(answer, "sending").stopped === false,
    failures: answer.failures,
  };
}
