// Making a segment of those who dropped out before a step.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { change, newKey } from "../../core/ask.js";
import { number } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { go, to } from "../../core/router.js";
import { holder } from "../../core/session.js";
import { dialog } from "../../parts/dialog.js";
import { slug } from "../../parts/slug.js";
import { refused } from "../../parts/states.js";
import { SEGMENT_FROM_DROP_OFF } from "./documents.js";
import { input } from "./question.js";

export class DropOff {
  #page;
  #key = null;

  constructor(page, question) {
    this.#page = page;
    this.question = question;
    this.step = null;
    this.make = page.action(async (id, name) => {
      const funnel = input({ ...question, by: "" });
      // Who dropped before a step had reached the one before it.
      const answer = await change(SEGMENT_FROM_DROP_OFF, { input: { key: this.#key, id, name, funnel, step: this.step.number - 1 } }, "segmentFromDropOff");
      go(to("segments", answer.id));
    });
  }

  /** The key is of one dialog: sending it again after a failure makes no second segment. */
  ask(step) {
    this.step = step;
    this.#key = newKey();
    this.make.forget();
    this.#page.update();
  }
}

/** The button beside a loss; only customers can be in a segment, and only some may make one. */
export function dropOffButton(step, dropOff) {
  if (dropOff.question.entity !== "CUSTOMER" || !holder()?.writes) {
    return nothing;
  }
  return html`<button type="button" @click=${() => dropOff.ask(step)}>${t("dropoff.make", { count: step.dropped, n: number(step.dropped) })}</button>`;
}

export function dropOffDialog(dropOff, model) {
  const { step } = dropOff;
  if (step === null) {
    return nothing;
  }
  const before = model.steps[step.number - 2];
  const name = t("dropoff.usual", { before: named("event", before.name), step: named("event", step.name) });
  const submit = (event) => {
    event.preventDefault();
    const { id, name: chosen } = event.target.elements;
    dropOff.make.run(id.value, chosen.value.trim());
  };
  return dialog({
    title: t("dropoff.title"),
    close: () => dropOff.ask(null),
    body: html`<p>${t("dropoff.explained", { count: step.dropped, n: number(step.dropped), before: named("event", before.name), step: named("event", step.name) })}</p>
      <form @submit=${submit}>
        <label class="stacked">${t("word.name")} <input name="name" required maxlength="200" value=${name} /></label>
        <label class="stacked">
          ${t("word.id")}
          <input name="id" required maxlength="64" pattern="[a-z0-9_\\-]+" value=${slug(`${step.name}-dropped`)} aria-describedby="id-hint" />
        </label>
        <p class="hint" id="id-hint">${t("id.hint")}</p>
        ${refused(dropOff.make.failure)}
        <div class="buttons">
          <button type="submit" class="main" ?disabled=${dropOff.make.busy}>${t("dropoff.submit")}</button>
          <button type="button" @click=${(event) => event.target.closest("dialog").close()}>${t("dialog.cancel")}</button>
        </div>
      </form>`,
  });
}
