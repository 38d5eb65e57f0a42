// The range of time that a view is about. It stands in the address, so that a view can be linked.

const DAYS = { "7d": 7, "30d": 30, "90d": 90 };
const DATE = /^\d{4}-\d{2}-\d{2}$/;

export const PERIODS = Object.keys(DAYS);
const USUAL = "30d";

/**
 * The period of an address: whole days of the operator's own zone, today included.
 *
 * @param {URLSearchParams} query
 * @returns {{name: string, from: Date, to: Date, firstDay: string, lastDay: string, days: number}} `to` is exclusive
 */
export function periodOf(query, now = new Date()) {
  const firstDay = query.get("from") ?? "";
  const lastDay = query.get("to") ?? "";
  if (query.get("period") === "custom" && DATE.test(firstDay) && DATE.test(lastDay) && firstDay <= lastDay) {
    return between("custom", dayStart(firstDay), dayAfter(dayStart(lastDay), 1));
  }
  const name = query.get("period") in DAYS ? query.get("period") : USUAL;
  const tomorrow = dayAfter(new Date(now.getFullYear(), now.getMonth(), now.getDate()), 1);
  return between(name, dayAfter(tomorrow, -DAYS[name]), tomorrow);
}

/** As long a period right before. */
export function before(period) {
  return between("custom", dayAfter(period.from, -period.days), period.from);
}

/** What GraphQL's inputs with a range want. */
export function range(period) {
  return { from: period.from.toISOString(), to: period.to.toISOString() };
}

/** Buckets that a chart of the period can show. */
export function interval(period) {
  if (period.days <= 2) {
    return "HOUR";
  }
  return period.days <= 100 ? "DAY" : period.days <= 700 ? "WEEK" : "MONTH";
}

export function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function between(name, from, to) {
  const days = Math.round((to - from) / 86_400_000);
  return { name, from, to, firstDay: dayOf(from), lastDay: dayOf(dayAfter(to, -1)), days };
}

function dayStart(day) {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth);
}

function dayAfter(date, days) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

function dayOf(date) {
  const two = (value) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
