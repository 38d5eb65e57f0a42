// What was decided about customers, and why.

import { html } from "../../lib/lit-html/lit-html.js";
import { number } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { badge } from "../../parts/badge.js";
import { table } from "../../parts/table.js";

export function decisionsTable(caption, decisions) {
  return table({
    caption,
    rows: decisions,
    columns: [
      { words: t("results.decision"), cell: (one) => html`${badge("decision", one.decision)} ${one.reason ? named("reason", one.reason) : ""}` },
      { words: t("word.customers"), number: true, cell: (one) => number(one.contacts) },
    ],
  });
}
