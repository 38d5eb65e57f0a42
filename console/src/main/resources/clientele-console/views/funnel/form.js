// The form in which a funnel is put together.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { live } from "../../lib/lit-html/directives/live.js";
import { named, t } from "../../core/language.js";
import { icon } from "../../parts/icons.js";
import { EVENTS, FIELDS, MOST_STEPS, WINDOWS } from "./question.js";

/** A question that is being changed. */
export class Draft {
  #changed;

  constructor({ steps, window, by, entity }, changed) {
    Object.assign(this, { steps: [...steps], window, by, entity });
    this.#changed = changed;
  }

  set(changes) {
    Object.assign(this, changes);
    this.#changed();
  }

  name(index, event) {
    this.set({ steps: this.steps.with(index, event) });
  }

  add() {
    this.set({ steps: [...this.steps, ""] });
  }

  remove(index) {
    this.set({ steps: this.steps.toSpliced(index, 1) });
  }

  raise(index) {
    this.set({ steps: this.steps.with(index - 1, this.steps[index]).with(index, this.steps[index - 1]) });
  }

  question() {
    return { steps: this.steps.map((step) => step.trim()), window: this.window, by: this.by.trim(), entity: this.entity };
  }
}

export function questionForm(draft, submit) {
  const send = (event) => {
    event.preventDefault();
    submit();
  };
  return html`<form class="question" @submit=${send}>
    <fieldset>
      <legend>${t("funnel.steps")}</legend>
      <ol class="step-inputs">
        ${draft.steps.map((step, index) => stepInput(draft, step, index))}
      </ol>
      ${draft.steps.length < MOST_STEPS ? html`<button type="button" @click=${() => draft.add()}>${icon("add")} ${t("funnel.add")}</button>` : nothing}
    </fieldset>
    <datalist id="events">${EVENTS.map((event) => html`<option value=${event}>${named("event", event)}</option>`)}</datalist>
    <div class="fields">
      <label>
        ${t("funnel.window")}
        <select name="window" @change=${(event) => draft.set({ window: event.target.value })}>
          ${windows(draft.window).map((window) => html`<option value=${window} .selected=${live(window === draft.window)}>${named("window", window)}</option>`)}
        </select>
      </label>
      <label>
        ${t("funnel.entity")}
        <select name="entity" @change=${(event) => draft.set({ entity: event.target.value })}>
          ${["CUSTOMER", "SESSION"].map((entity) => html`<option value=${entity} .selected=${live(entity === draft.entity)}>${t(`entity.${entity}`)}</option>`)}
        </select>
      </label>
      <label>
        ${t("funnel.breakdown")}
        <input name="by" list="fields" .value=${live(draft.by)} placeholder=${t("funnel.breakdown.none")} @input=${(event) => draft.set({ by: event.target.value })} />
      </label>
      <datalist id="fields">${FIELDS.map((field) => html`<option value=${field}>${named("field", field)}</option>`)}</datalist>
    </div>
    <button type="submit" class="main">${t("funnel.show")}</button>
  </form>`;
}

/** One that came with the address is kept among those offered. */
function windows(chosen) {
  return WINDOWS.includes(chosen) ? WINDOWS : [...WINDOWS, chosen];
}

function stepInput(draft, step, index) {
  const number = index + 1;
  return html`<li>
    <input aria-label=${t("funnel.step", { n: number })} list="events" required maxlength="200" .value=${live(step)} @input=${(event) => draft.name(index, event.target.value)} />
    <button type="button" class="quiet square" aria-label=${t("funnel.raise", { n: number })} ?disabled=${index === 0} @click=${() => draft.raise(index)}>${icon("up")}</button>
    <button type="button" class="quiet square" aria-label=${t("funnel.remove", { n: number })} ?disabled=${draft.steps.length === 1} @click=${() => draft.remove(index)}>${icon("remove")}</button>
  </li>`;
}
