// From the answer to the rows of the list.

import { required } from "../../core/ask.js";

/** Segments by size, with how many came and went since they were first looked at. */
export function segmentsModel(answer, first) {
  const rows = required(answer, "segments").map((segment) => {
    const size = segment.members?.totalCount ?? null;
    const earlier = first?.get(segment.id) ?? size;
    return { ...segment, size, moved: size === null || earlier === null ? 0 : size - earlier };
  });
  return { rows: rows.toSorted((one, other) => (other.size ?? 0) - (one.size ?? 0)), failures: answer.failures };
}

/** The sizes to compare with later. */
export function sizes(model) {
  return new Map(model.rows.map((row) => [row.id, row.size]));
}
