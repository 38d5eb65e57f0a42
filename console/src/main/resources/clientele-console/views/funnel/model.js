// From a funnel's answer to what is shown of it.

import { required } from "../../core/ask.js";

export function funnelModel(answer) {
  const { steps, breakdown, breakdownTruncated } = required(answer, "funnel");
  return {
    isEmpty: steps[0].count === 0,
    steps: steps.map((step, index) => ({
      ...step,
      number: index + 1,
      dropped: index === 0 ? 0 : steps[index - 1].count - step.count,
    })),
    whole: steps.at(-1).conversionFromStart,
    breakdown: (breakdown ?? []).map((part) => ({ ...part, whole: part.steps.at(-1).conversionFromStart })),
    isTruncated: breakdownTruncated,
  };
}
