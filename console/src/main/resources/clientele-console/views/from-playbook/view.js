// A campaign out of a playbook: a proven way with a few values to set.

import { html } from "../../lib/lit-html/lit-html.js";
import { live } from "../../lib/lit-html/directives/live.js";
import { repeat } from "../../lib/lit-html/directives/repeat.js";
import { ask, change, newKey } from "../../core/ask.js";
import { graphqlLanguage, t } from "../../core/language.js";
import { go, to } from "../../core/router.js";
import { holder } from "../../core/session.js";
import { panel } from "../../parts/panel.js";
import { freeSlug } from "../../parts/slug.js";
import { empty, refused, shown } from "../../parts/states.js";
import { CHOICES, FROM_PLAYBOOK, FROM_SEGMENT } from "./documents.js";
import { choicesModel, playbookInput } from "./model.js";

export function fromPlaybook(page) {
  const key = newKey();
  const state = { playbook: null, segment: page.query.get("segment") ?? "" };
  const set = (changes) => {
    Object.assign(state, changes);
    page.update();
  };
  const choices = page.resource(async (signal) => {
    const model = choicesModel(await ask(CHOICES, { language: graphqlLanguage() }, signal), state.segment);
    state.playbook = model.usual;
    return model;
  });
  const make = page.action(async (input) => {
    const [document, field] = input.segment ? [FROM_SEGMENT, "campaignFromSegment"] : [FROM_PLAYBOOK, "campaignFromPlaybook"];
    go(to("campaigns", (await change(document, { input }, field)).id));
  });
  return {
    title: () => t("playbook.title"),
    lead: () => t("new.lead"),
    back: () => ({ address: to("campaigns"), words: t("nav.campaigns") }),
    tools: () => html`<a href=${to("campaigns", "new", { segment: state.segment })}>${t("playbook.without")}</a>`,
    body: () => shown(choices, (model) => (state.playbook === null ? empty(t("playbook.empty"), t("playbook.empty.advice")) : formPart({ model, state, set, make, key })), 12),
  };
}

function formPart({ model, state, set, make, key }) {
  const submit = (event) => {
    event.preventDefault();
    make.run(playbookInput(new FormData(event.target), state.playbook, key));
  };
  return html`<form class="new-campaign" @submit=${submit}>
    ${panel({ title: t("playbook.which"), body: playbooks(model, state, set) })}
    <div class="panels">
      ${panel({ title: t("new.whom"), body: naming(model, state, set) })} ${panel({ title: t("playbook.values"), body: values(state.playbook) })}
    </div>
    ${refused(make.failure)}
    ${holder()?.writes
      ? html`<div class="buttons"><button type="submit" class="main" ?disabled=${make.busy}>${t("new.save")}</button> <span class="hint">${t("new.save.hint")}</span></div>`
      : html`<p class="notice">${t("campaign.readOnly")}</p>`}
  </form>`;
}

function playbooks(model, state, set) {
  return html`<fieldset class="cards">
    <legend class="unseen">${t("playbook.which")}</legend>
    ${model.playbooks.map(
      (one) => html`<label class="card">
        <input type="radio" name="playbook" value=${one.id} .checked=${live(one === state.playbook)} @change=${() => set({ playbook: one })} />
        <span><strong>${one.name}</strong> <small>${one.id}</small><br />${one.description}</span>
      </label>`,
    )}
  </fieldset>`;
}

function naming({ segments, taken }, { playbook, segment }, set) {
  const chosen = segments.find((one) => one.id === segment);
  return html`<div class="stack">
    <label class="stacked">
      ${t("word.segment")}
      <select name="segment" ?required=${playbook.needsSegment} @change=${(event) => set({ segment: event.target.value })}>
        <option value="" .selected=${live(segment === "")}>${t(playbook.needsSegment ? "new.segment.choose" : "playbook.own")}</option>
        ${segments.map((one) => html`<option value=${one.id} .selected=${live(one.id === segment)}>${one.name}</option>`)}
      </select>
    </label>
    <label class="stacked">${t("word.name")} <input name="name" required maxlength="200" value=${[playbook.name, chosen?.name].filter(Boolean).join(": ")} /></label>
    <label class="stacked">
      ${t("word.id")}
      <input name="id" required maxlength="64" pattern="[a-z0-9_\\-]+" value=${freeSlug([playbook.id, segment].filter(Boolean).join("-"), taken)} aria-describedby="id-hint" />
    </label>
    <p class="hint" id="id-hint">${t("id.hint")}</p>
  </div>`;
}

/** Another playbook's fields are others, even of the same name: what was typed for one is not meant for the other. */
function values({ id, parameters }) {
  if (parameters.length === 0) {
    return html`<p>${t("playbook.values.none")}</p>`;
  }
  return html`<div class="stack">
    ${repeat(
      parameters,
      (one) => `${id} ${one.name}`,
      (one) => html`<label class="stacked">${one.description} <input name=${`p-${one.name}`} required value=${one.default} placeholder=${t(`kind.${one.kind}`)} /></label>`,
    )}
  </div>`;
}
