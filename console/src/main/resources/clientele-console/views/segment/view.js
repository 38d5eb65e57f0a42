// One segment: its size as it changes, who decides, some members.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { ago, dateTime, money, number, percent } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { to } from "../../core/router.js";
import { holder } from "../../core/session.js";
import { badge } from "../../parts/badge.js";
import { facts } from "../../parts/facts.js";
import { panel } from "../../parts/panel.js";
import { empty, partly, shown } from "../../parts/states.js";
import { table } from "../../parts/table.js";
import { LIVE_MS } from "../segments/view.js";
import { SEGMENT } from "./documents.js";
import { segmentModel } from "./model.js";

export function segment(page) {
  const { id } = page.params;
  const one = page.resource(async (signal) => segmentModel(await ask(SEGMENT, { id }, signal)));
  page.every(LIVE_MS, () => one.phase === "ready" && one.refresh({ quietly: true }));
  return {
    title: () => one.value?.name ?? id,
    back: () => ({ address: to("segments"), words: t("nav.segments") }),
    tools: () => (one.value && holder()?.writes ? html`<a class="button main" href=${to("campaigns", "playbook", { segment: id })}>${t("segment.campaign")}</a>` : nothing),
    body: () => shown(one, (model) => (model === null ? unknown(id) : segmentPart(model)), 10),
  };
}

function unknown(id) {
  return empty(t("segment.unknown", { id }), t("segment.unknown.advice"), html`<a href=${to("segments")}>${t("nav.segments")}</a>`);
}

function segmentPart(model) {
  return html`${partly(model.failures)}
    <div class="panels three">
      ${panel({ title: t("segment.size"), hint: t("segments.live"), body: sizePart(model) })}
      ${panel({ title: t("segment.definition"), body: definition(model) })}
      ${panel({ title: t("segment.campaigns"), body: campaigns(model) })}
      ${panel({ title: t("segment.members"), tools: html`<a href=${to("customers", { segment: model.id })}>${t("segment.all")}</a>`, body: members(model), wide: true })}
    </div>`;
}

function sizePart({ size, counting }) {
  return html`<p class="great"><strong>${number(size)}</strong> ${t("segment.customers", { count: size ?? 0 })}</p>
    ${counting ? html`<p class="notice">${t("segment.counting", { share: percent(counting.total > 0 ? counting.done / counting.total : 0, 0) })}</p>` : nothing}`;
}

function definition(model) {
  return html`${facts([
    [t("word.id"), html`<code>${model.id}</code>`],
    [t("word.kind"), named("kind", model.kind)],
    [t("word.version"), number(model.version)],
    [t("word.changed"), t("word.byWhom", { time: dateTime(model.changedAt), who: model.changedBy })],
  ])}
  ${model.condition ? html`<details><summary>${t("segment.condition")}</summary><pre tabindex="0">${model.condition}</pre></details>` : nothing}`;
}

function campaigns({ campaigns: all }) {
  if (all === null) {
    return html`<p class="notice warn">${t("state.partly")}</p>`;
  }
  if (all.length === 0) {
    return empty(t("segment.campaigns.empty"), t("segment.campaigns.advice"));
  }
  return html`<ul class="reasons">
    ${all.map((one) => html`<li><a href=${to("campaigns", one.id)}>${one.name}</a> ${badge("state", one.state)}</li>`)}
  </ul>`;
}

function members({ members: some }) {
  if (some.length === 0) {
    return empty(t("segment.empty"), t("segment.empty.advice"));
  }
  return table({
    caption: t("segment.members"),
    hidden: true,
    rows: some,
    columns: [
      { words: t("word.customer"), cell: (one) => html`<a href=${to("customers", one.id)}>${one.id}</a>` },
      { words: t("word.tier"), cell: (one) => badge("tier", one.value.tier) },
      { words: t("word.risk"), cell: (one) => badge("risk", one.churn.risk) },
      { words: t("word.orders"), number: true, cell: (one) => number(one.facts.orders.count) },
      { words: t("word.revenue"), number: true, cell: (one) => money(one.facts.orders.revenue) },
      { words: t("word.lastSeen"), cell: (one) => ago(one.facts.visits.lastSeen) },
    ],
  });
}
