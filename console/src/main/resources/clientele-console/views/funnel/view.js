// How many went through steps in order, where they were lost, and how that differs by a field.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { percent } from "../../core/format.js";
import { t } from "../../core/language.js";
import { panel } from "../../parts/panel.js";
import { periodChoice } from "../../parts/period-choice.js";
import { empty, shown } from "../../parts/states.js";
import { breakdown } from "./breakdown.js";
import { FUNNEL } from "./documents.js";
import { DropOff, dropOffButton, dropOffDialog } from "./drop-off.js";
import { Draft, questionForm } from "./form.js";
import { funnelModel } from "./model.js";
import { addressed, input, questionOf } from "./question.js";
import { steps } from "./steps.js";

export function funnel(page) {
  const question = questionOf(page.query);
  const draft = new Draft(question, () => page.update());
  const result = page.resource(async (signal) => funnelModel(await ask(FUNNEL, { input: input(question) }, signal)));
  const dropOff = new DropOff(page, question);
  const submit = () => page.goWith(addressed(draft.question()));
  return {
    title: () => t("nav.funnel"),
    lead: () => t("funnel.lead"),
    tools: () => periodChoice(question.period, (changes) => page.goWith(changes)),
    body: () => html`<div class="funnel">
      ${panel({ title: t("funnel.question"), body: questionForm(draft, submit) })}
      ${panel({ title: t("funnel.result"), body: shown(result, (model) => resultPart(model, dropOff), 9) })}
      ${question.by === "" ? nothing : panel({ title: t("funnel.by", { field: question.by }), hint: t("funnel.by.hint"), body: shown(result, breakdown, 6), wide: true })}
    </div>`,
  };
}

function resultPart(model, dropOff) {
  if (model.isEmpty) {
    return empty(t("funnel.empty"), t("funnel.advice"));
  }
  return html`<p class="sum">${t("funnel.whole", { share: percent(model.whole) })}</p>
    ${steps(model, (step) => dropOffButton(step, dropOff))} ${dropOffDialog(dropOff, model)}`;
}
