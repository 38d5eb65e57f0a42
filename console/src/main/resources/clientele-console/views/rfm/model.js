// From cells to a square of five by five.

import { required } from "../../core/ask.js";

const SCORES = [5, 4, 3, 2, 1];

export function rfmModel(answer) {
  const cells = required(answer, "rfm");
  const most = { customers: 0, revenue: 0 };
  for (const { portion } of cells) {
    most.customers = Math.max(most.customers, portion.customerShare);
    most.revenue = Math.max(most.revenue, portion.revenueShare);
  }
  return {
    isEmpty: cells.length === 0,
    customers: cells.reduce((sum, cell) => sum + cell.portion.customers, 0),
    rows: SCORES.map((frequency) => ({
      frequency,
      cells: SCORES.toReversed().map((recency) => ({ recency, frequency, portion: find(cells, recency, frequency) })),
    })),
    most,
  };
}

function find(cells, recency, frequency) {
  return cells.find((cell) => cell.recency === recency && cell.frequency === frequency)?.portion ?? null;
}
