// From the answer to a segment's page.

import { required } from "../../core/ask.js";

/** The page; null if there is no such segment. */
export function segmentModel(answer) {
  const segment = required(answer, "segment");
  if (segment === null) {
    return null;
  }
  return {
    ...segment,
    condition: segment.condition === null ? null : JSON.stringify(JSON.parse(segment.condition), null, 2),
    size: segment.members?.totalCount ?? null,
    members: segment.members?.edges.map((edge) => edge.node) ?? [],
    failures: answer.failures,
  };
}
