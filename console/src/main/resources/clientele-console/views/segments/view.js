// Every segment with its size, as it changes.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { ago, number, percent, signedNumber } from "../../core/format.js";
import { t } from "../../core/language.js";
import { to } from "../../core/router.js";
import { badge } from "../../parts/badge.js";
import { panel } from "../../parts/panel.js";
import { empty, partly, shown } from "../../parts/states.js";
import { table } from "../../parts/table.js";
import { SEGMENTS } from "./documents.js";
import { segmentsModel, sizes } from "./model.js";

export const LIVE_MS = 5_000;

export function segments(page) {
  let first = null;
  const list = page.resource(async (signal) => {
    const model = segmentsModel(await ask(SEGMENTS, {}, signal), first);
    first ??= sizes(model);
    return model;
  });
  page.every(LIVE_MS, () => list.phase === "ready" && list.refresh({ quietly: true }));
  return {
    title: () => t("nav.segments"),
    lead: () => t("segments.lead"),
    body: () => panel({ title: t("segments.list"), hint: t("segments.live"), body: shown(list, listPart, 8), wide: true }),
  };
}

function listPart({ rows, failures }) {
  if (rows.length === 0) {
    return empty(t("segments.empty"), t("segments.advice"), html`<a href=${to("funnel")}>${t("segments.toFunnel")}</a>`);
  }
  return html`${partly(failures)}
  ${table({
    caption: t("segments.list"),
    hidden: true,
    rows,
    columns: [
      { words: t("word.segment"), cell: (row) => html`<a href=${to("segments", row.id)}>${row.name}</a><br /><code>${row.id}</code>` },
      { words: t("word.members"), number: true, cell: sizeCell },
      { words: t("word.kind"), cell: (row) => badge("kind", row.kind) },
      { words: t("word.version"), number: true, cell: (row) => number(row.version) },
      { words: t("word.changed"), cell: (row) => t("word.byWhom", { time: ago(row.changedAt), who: row.changedBy }) },
    ],
  })}`;
}

function sizeCell({ size, moved, counting }) {
  return html`<strong class="size">${number(size)}</strong> ${moved === 0 ? nothing : html`<span class="change">${signedNumber(moved)}</span>`}
  ${counting ? html`<br /><small>${t("segments.counting", { share: percent(counting.total > 0 ? counting.done / counting.total : 0, 0) })}</small>` : nothing}`;
}
