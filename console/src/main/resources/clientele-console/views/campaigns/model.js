// From the answer to the list of campaigns.

import { required } from "../../core/ask.js";

const STATES = ["RUNNING", "PAUSED", "DRAFT", "ENDED"];

/** Those that run first, and of one state the last changed. */
export function campaignsModel(answer) {
  const campaigns = required(answer, "campaigns").toSorted(
    (one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state) || other.changedAt.localeCompare(one.changedAt),
  );
  return { campaigns, stopped: required(answer, "sending").stopped, failures: answer.failures };
}
