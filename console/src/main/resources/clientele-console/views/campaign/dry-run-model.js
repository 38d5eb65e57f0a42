// From a dry run to what is shown of it, and from days to the range that it asks about.

import { required } from "../../core/ask.js";
import { byCount } from "./results-model.js";

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const CLOCKS_DIFFER_MS = 60_000;

/** The run; null if there is none of this id (any more). */
export function dryRunModel(answer) {
  const run = required(answer, "dryRun");
  if (run === null || run.state !== "DONE") {
    return run;
  }
  const sent = run.decisions.filter((one) => one.decision === "SENT").reduce((sum, one) => sum + one.contacts, 0);
  return { ...run, sent, days: everyDay(run.contacts), decisions: byCount(run.decisions) };
}

/** Days without a contact between those with one are days, too. */
function everyDay(counts) {
  if (counts.length === 0) {
    return [];
  }
  const byDay = new Map(counts.map(({ day, contacts }) => [day, contacts]));
  const days = [...byDay.keys()].sort();
  const all = [];
  for (let time = Date.parse(days[0]); time <= Date.parse(days.at(-1)); time += DAY_MS) {
    const day = new Date(time).toISOString().slice(0, 10);
    all.push({ day, contacts: byDay.get(day) ?? 0 });
  }
  return all;
}

/** The last days of the data: an imported past may have ended long ago. */
export function usualDays(answer, now = new Date()) {
  const latest = answer.data.customers?.edges[0]?.node.facts?.visits.lastSeen;
  const last = latest && new Date(latest) < now ? new Date(latest) : now;
  return { from: dayOf(new Date(last.getFullYear(), last.getMonth(), last.getDate() - USUAL_DAYS + 1)), to: dayOf(last) };
}

/** Both days belong to it, and are those of the operator's own zone; what has not happened yet does not, by whichever clock. */
export function rangeOf({ from, to }, now = new Date()) {
  const end = new Date(`${to}T00:00`);
  end.setDate(end.getDate() + 1);
  const past = new Date(now.getTime() - CLOCKS_DIFFER_MS);
  return { from: new Date(`${from}T00:00`).toISOString(), to: (end < past ? end : past).toISOString() };
}

function dayOf(date) {
  const two = (value) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
