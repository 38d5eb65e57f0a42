// The steps as bars, with the loss between them.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { number, percent } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { bar } from "../../parts/bar.js";

/** @param {(step: object) => unknown} way what can be done about those who dropped before a step */
export function steps(model, way = () => nothing) {
  return html`<ol class="steps">
    ${model.steps.map(
      (step) => html`<li>
        ${step.number > 1 ? loss(step, way) : nothing}
        <div class="step">
          <span class="step-number" aria-hidden="true">${step.number}</span>
          <span class="step-name">${named("event", step.name)}</span>
          <span class="step-count">${number(step.count)}</span>
          <span class="step-share">${t("funnel.ofStart", { share: percent(step.conversionFromStart) })}</span>
          ${bar(step.conversionFromStart)}
        </div>
      </li>`,
    )}
  </ol>`;
}

function loss(step, way) {
  return html`<div class="loss">
    <span>${t("funnel.lost", { count: step.dropped, n: number(step.dropped), share: percent(step.conversionFromPrevious === null ? null : 1 - step.conversionFromPrevious) })}</span>
    ${step.dropped > 0 ? way(step) : nothing}
  </div>`;
}
