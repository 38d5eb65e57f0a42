// Numbers, money and times as the operator's language writes them.

import { locale, t } from "./language.js";

const cache = new Map();

function kept(kind, options, make) {
  const key = `${kind} ${locale()} ${JSON.stringify(options)}`;
  if (!cache.has(key)) {
    cache.set(key, make(locale(), options));
  }
  return cache.get(key);
}

const numbers = (options) => kept("number", options, (where, how) => new Intl.NumberFormat(where, how));
const dates = (options) => kept("date", options, (where, how) => new Intl.DateTimeFormat(where, how));

/** What stands where there is nothing to show. */
export const NOTHING = "–";

export function number(value, digits = 0) {
  return value === null || value === undefined ? NOTHING : numbers({ maximumFractionDigits: digits }).format(value);
}

/** Short, for axes and small cells: 12.3K. */
export function compact(value) {
  return numbers({ notation: "compact", maximumFractionDigits: 1 }).format(value);
}

/** A share from 0 to 1 as per cent. */
export function percent(share, digits = 1) {
  return share === null || share === undefined ? NOTHING : numbers({ style: "percent", maximumFractionDigits: digits }).format(share);
}

/** A change with its sign, as per cent. */
export function signedPercent(share) {
  return numbers({ style: "percent", maximumFractionDigits: 1, signDisplay: "exceptZero" }).format(share);
}

export function signedNumber(value, digits = 2) {
  return numbers({ maximumFractionDigits: digits, signDisplay: "exceptZero" }).format(value);
}

/** An amount with its currency; whole from 10,000 on, where nobody reads cents. */
export function money(amount) {
  if (amount === null || amount === undefined) {
    return NOTHING;
  }
  const digits = Math.abs(amount.amount) >= 10_000 ? 0 : 2;
  const how = { style: "currency", currency: amount.currency, currencyDisplay: "narrowSymbol", minimumFractionDigits: digits, maximumFractionDigits: digits };
  try {
    return numbers(how).format(amount.amount);
  } catch {
    return `${number(amount.amount, 2)} ${amount.currency}`; // a currency that Intl does not know by form
  }
}

/** Amounts of several currencies, which are never added. */
export function moneys(amounts) {
  return amounts.length === 0 ? NOTHING : amounts.map(money).join(" + ");
}

export function date(instant) {
  return instant ? dates({ dateStyle: "medium" }).format(new Date(instant)) : NOTHING;
}

export function shortDate(instant) {
  return dates({ month: "short", day: "numeric" }).format(new Date(instant));
}

export function dateTime(instant) {
  return instant ? dates({ dateStyle: "medium", timeStyle: "short" }).format(new Date(instant)) : NOTHING;
}

/** The hour of a day, 0 to 23. */
export function hour(value) {
  return value === null || value === undefined ? NOTHING : `${String(value).padStart(2, "0")}:00`;
}

const UNITS = [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]];

/** How long milliseconds are, in the greatest unit that they fill. */
export function duration(milliseconds) {
  for (const [unit, size] of UNITS) {
    if (milliseconds >= size) {
      return numbers({ style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 }).format(milliseconds / size);
    }
  }
  return numbers({ style: "unit", unit: "second", unitDisplay: "long", maximumFractionDigits: 0 }).format(milliseconds / 1000);
}

/** How long ago an instant was. */
export function ago(instant) {
  if (!instant) {
    return NOTHING;
  }
  const past = Date.now() - new Date(instant).getTime();
  const relative = kept("relative", {}, (where) => new Intl.RelativeTimeFormat(where, { numeric: "auto" }));
  const [unit, size] = UNITS.find(([, length]) => Math.abs(past) >= length) ?? UNITS[2];
  return relative.format(-Math.trunc(past / size), unit);
}

/** A list of words; browsers know no separator for lists of mere names in Chinese. */
export function list(words) {
  return words.length === 0 ? NOTHING : words.join(t("word.separator"));
}
