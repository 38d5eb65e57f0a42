// One campaign: what it does, what is in its way, and its steering.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { dateTime, number } from "../../core/format.js";
import { graphqlLanguage, t } from "../../core/language.js";
import { reloadFailed } from "../../core/resource.js";
import { to } from "../../core/router.js";
import { holder } from "../../core/session.js";
import { badge } from "../../parts/badge.js";
import { facts } from "../../parts/facts.js";
import { panel } from "../../parts/panel.js";
import { empty, partly, shown } from "../../parts/states.js";
import { table } from "../../parts/table.js";
import { campaignContacts, contactsOfCampaign } from "./contacts.js";
import { CAMPAIGN } from "./documents.js";
import { DryRun, dryRunPart } from "./dry-run.js";
import { campaignModel } from "./model.js";
import { resultsPart, resultsResource } from "./results.js";
import { Steering, steeringPart } from "./steering.js";
import { TestSend, testSendPart } from "./test-send.js";

const RESULTS_MS = 10_000;

export function campaign(page) {
  const { id } = page.params;
  const results = resultsResource(page, id);
  const contacts = campaignContacts(page, id);
  const one = page.resource(async (signal) => {
    const model = campaignModel(await ask(CAMPAIGN, { id, language: graphqlLanguage() }, signal));
    reloadFailed(results, contacts.list);
    return model;
  });
  page.every(RESULTS_MS, () => {
    contacts.follow();
    if (results.phase === "ready") {
      results.refresh({ quietly: true });
    }
  });
  const steering = new Steering(page, id, one);
  const dryRun = new DryRun(page, id);
  const test = new TestSend(page, id, () => contacts.follow());
  return {
    title: () => one.value?.name ?? id,
    back: () => ({ address: to("campaigns"), words: t("nav.campaigns") }),
    body: () => shown(one, (model) => (model === null ? unknown(id) : campaignPart(model, { steering, results, contacts, dryRun, test })), 12),
  };
}

function unknown(id) {
  return empty(t("campaign.unknown", { id }), t("campaign.unknown.advice"), html`<a href=${to("campaigns")}>${t("nav.campaigns")}</a>`);
}

function campaignPart(model, { steering, results, contacts, dryRun, test }) {
  return html`${partly(model.failures)} ${model.goesOut ? nothing : html`<p class="notice bad">${t("campaign.stopped")}</p>`}
    <div class="panels">
      ${panel({ title: t("campaign.what"), tools: badge("state", model.state), body: html`<p class="sum">${model.summary}</p>${steeringPart(model, steering)}`, wide: true })}
      ${model.problems.length === 0 ? nothing : panel({ title: t("campaign.problems"), hint: t("campaign.problems.hint"), body: problems(model), wide: true })}
      ${model.launchedAt === null ? nothing : panel({ title: t("results.title"), hint: t("results.hint"), body: resultsPart(results), wide: true })}
      ${model.launchedAt === null && contacts.isEmpty() ? nothing : panel({ title: t("contacts.title"), hint: t("contacts.hint"), body: contactsOfCampaign(contacts), wide: true })}
      ${panel({ title: t("dry.title"), hint: t("dry.hint"), body: dryRunPart(dryRun), wide: true })}
      ${panel({ title: t("campaign.details"), body: details(model) })}
      ${holder()?.writes ? panel({ title: t("test.title"), hint: t("test.hint"), body: testSendPart(test, model.variants) }) : nothing}
    </div>`;
}

function problems(model) {
  return table({
    caption: t("campaign.problems"),
    hidden: true,
    rows: model.problems,
    columns: [
      { words: t("word.field"), cell: (problem) => html`<code>${problem.field}</code>` },
      { words: t("word.problem"), cell: (problem) => problem.message },
      { words: t("word.code"), cell: (problem) => html`<code>${problem.code}</code>` },
    ],
  });
}

function details(model) {
  const { audience } = model;
  return html`${facts([
    [t("word.id"), html`<code>${model.id}</code>`],
    [t("word.segment"), audience ? html`<a href=${to("segments", audience.id)}>${audience.name ?? audience.id}</a> ${audience.members ? html`<small>(${number(audience.members.totalCount)})</small>` : nothing}` : t("campaigns.everybody")],
    ...(model.playbook ? [[t("word.playbook"), model.playbook]] : []),
    [t("word.version"), number(model.version)],
    [t("word.priority"), number(model.priority)],
    [t("campaign.launched"), dateTime(model.launchedAt)],
    [t("campaign.from"), dateTime(model.startsAt)],
    [t("campaign.until"), dateTime(model.endsAt)],
    [t("word.changed"), t("word.byWhom", { time: dateTime(model.changedAt), who: model.changedBy })],
  ])}
  <details><summary>${t("campaign.definition.show")}</summary><pre tabindex="0">${model.definition}</pre></details>`;
}
