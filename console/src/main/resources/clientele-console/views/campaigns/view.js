// Every campaign with its state, and the switch that stops everything.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { ago } from "../../core/format.js";
import { graphqlLanguage, t } from "../../core/language.js";
import { to } from "../../core/router.js";
import { holder } from "../../core/session.js";
import { badge } from "../../parts/badge.js";
import { panel } from "../../parts/panel.js";
import { empty, partly, shown } from "../../parts/states.js";
import { table } from "../../parts/table.js";
import { CAMPAIGNS } from "./documents.js";
import { campaignsModel } from "./model.js";
import { Switch, switchPart } from "./switch.js";

export function campaigns(page) {
  const list = page.resource(async (signal) => campaignsModel(await ask(CAMPAIGNS, { language: graphqlLanguage() }, signal)));
  const control = new Switch(page, list);
  return {
    title: () => t("nav.campaigns"),
    lead: () => t("campaigns.lead"),
    tools: () => (holder()?.writes ? html`<a class="button main" href=${to("campaigns", "new")}>${t("new.title")}</a>` : nothing),
    body: () => shown(list, (model) => html`${partly(model.failures)} ${switchPart(model.stopped, control)} ${listPart(model)}`, 9),
  };
}

function listPart({ campaigns: all }) {
  const body =
    all.length === 0
      ? empty(t("campaigns.empty"), t("campaigns.advice"), html`<a href=${to("campaigns", "new")}>${t("new.title")}</a>`)
      : table({ caption: t("campaigns.list"), hidden: true, rows: all, columns: columns() });
  return panel({ title: t("campaigns.list"), body, wide: true });
}

function columns() {
  return [
    { words: t("word.campaign"), cell: (one) => html`<a href=${to("campaigns", one.id)}>${one.name}</a><br /><small>${one.summary}</small>` },
    { words: t("word.state"), cell: (one) => badge("state", one.state) },
    { words: t("word.segment"), cell: (one) => (one.audience ? html`<a href=${to("segments", one.audience.id)}>${one.audience.name ?? one.audience.id}</a>` : t("campaigns.everybody")) },
    { words: t("word.playbook"), cell: (one) => one.playbook },
    { words: t("word.changed"), cell: (one) => t("word.byWhom", { time: ago(one.changedAt), who: one.changedBy }) },
  ];
}
