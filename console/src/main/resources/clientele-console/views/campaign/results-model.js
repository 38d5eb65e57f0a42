// From a campaign's results to what can be said of them.

import { required } from "../../core/ask.js";

/**
 * The results, with what they prove.
 *
 * `verdict` is NOBODY (nobody was contacted), NO_CONTROL (nobody to compare with), UNSURE (no effect is as likely as one),
 * BETTER or WORSE (the whole interval lies on one side of no effect).
 */
export function resultsModel(answer) {
  const results = required(answer, "campaign")?.results ?? null;
  if (results === null && answer.failures.length > 0) {
    throw answer.failures[0];
  }
  if (results === null) {
    return { verdict: "NOBODY", results: null, decisions: [] };
  }
  return { verdict: verdictOf(results), results, decisions: byCount(results.decisions) };
}

function verdictOf({ treated, control, conversionLift }) {
  if (treated.customers === 0) {
    return "NOBODY";
  }
  if (control.customers === 0) {
    return "NO_CONTROL";
  }
  if (conversionLift === null || (conversionLift.low <= 0 && conversionLift.high >= 0)) {
    return "UNSURE";
  }
  return conversionLift.low > 0 ? "BETTER" : "WORSE";
}

/** What was decided, the most frequent first. */
export function byCount(decisions) {
  return decisions.toSorted((one, other) => other.contacts - one.contacts);
}
