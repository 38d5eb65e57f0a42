// A new campaign: whom, when, with what, and how its effect is told.

import { html } from "../../lib/lit-html/lit-html.js";
import { ask, change, newKey } from "../../core/ask.js";
import { t } from "../../core/language.js";
import { go, to } from "../../core/router.js";
import { holder } from "../../core/session.js";
import { panel } from "../../parts/panel.js";
import { refused, shown } from "../../parts/states.js";
import { CHOICES, SAVE } from "./documents.js";
import { measure, message, naming, when } from "./fields.js";
import { campaignInput, choicesModel } from "./model.js";

export function newCampaign(page) {
  const key = newKey();
  const state = { trigger: "schedule", segment: page.query.get("segment") ?? "" };
  const set = (changes) => {
    Object.assign(state, changes);
    page.update();
  };
  const choices = page.resource(async (signal) => choicesModel(await ask(CHOICES, {}, signal)));
  const save = page.action(async (input) => {
    const saved = await change(SAVE, { input }, "saveCampaign");
    go(to("campaigns", saved.id));
  });
  return {
    title: () => t("new.title"),
    lead: () => t("new.lead"),
    back: () => ({ address: to("campaigns"), words: t("nav.campaigns") }),
    tools: () => html`<a href=${to("campaigns", "playbook", { segment: state.segment })}>${t("playbook.title")}</a>`,
    body: () => shown(choices, (model) => formPart({ model, state, set, save, key }), 12),
  };
}

function formPart({ model, state, set, save, key }) {
  const submit = (event) => {
    event.preventDefault();
    save.run(campaignInput(new FormData(event.target), key));
  };
  return html`<form class="new-campaign" @submit=${submit}>
    <div class="panels">
      ${panel({ title: t("new.whom"), body: naming(model, state, set) })} ${panel({ title: t("new.when"), body: when(state, set) })}
      ${panel({ title: t("new.message"), hint: t("new.message.hint"), body: message() })} ${panel({ title: t("new.measure"), hint: t("new.measure.hint"), body: measure() })}
    </div>
    ${refused(save.failure)}
    ${holder()?.writes
      ? html`<div class="buttons"><button type="submit" class="main" ?disabled=${save.busy}>${t("new.save")}</button> <span class="hint">${t("new.save.hint")}</span></div>`
      : html`<p class="notice">${t("campaign.readOnly")}</p>`}
  </form>`;
}
