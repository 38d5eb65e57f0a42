// Which range of time a view is about.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { live } from "../lib/lit-html/directives/live.js";
import { t } from "../core/language.js";
import { PERIODS, zone } from "../core/period.js";

/** @param {(changes: object) => void} choose takes the new parameters of the address */
export function periodChoice(period, choose) {
  const pick = (name) => choose(name === "custom" ? { period: name, from: period.firstDay, to: period.lastDay } : { period: name, from: null, to: null });
  const pickDays = (event) => {
    const { from, to } = event.currentTarget.form.elements;
    if (from.value && to.value && from.value <= to.value) {
      choose({ period: "custom", from: from.value, to: to.value });
    }
  };
  return html`<form class="period" @submit=${(event) => event.preventDefault()}>
    <fieldset>
      <legend class="unseen">${t("period.title")}</legend>
      <div class="choices">
        ${[...PERIODS, "custom"].map(
          (name) => html`<label>
            <input type="radio" name="period" value=${name} .checked=${live(period.name === name)} @change=${() => pick(name)} />
            <span>${t(`period.${name}`)}</span>
          </label>`,
        )}
      </div>
      ${period.name === "custom"
        ? html`<span class="days">
            <label>${t("period.from")} <input type="date" name="from" .value=${live(period.firstDay)} max=${period.lastDay} @change=${pickDays} /></label>
            <label>${t("period.to")} <input type="date" name="to" .value=${live(period.lastDay)} min=${period.firstDay} @change=${pickDays} /></label>
          </span>`
        : nothing}
    </fieldset>
    <span class="hint">${t("period.zone", { zone: zone() })}</span>
  </form>`;
}
