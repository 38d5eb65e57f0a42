// The four figures at the top, each with its change against the period before.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { money, NOTHING, number, signedPercent } from "../../core/format.js";
import { t } from "../../core/language.js";

export function figures(model) {
  return html`<dl class="figures">
    ${figure("revenue", model.revenue, money)} ${figure("orders", [model.orders], number)} ${figure("averageOrderValue", model.averageOrderValue, money)}
    ${figure("buyers", [model.customers], number)}
  </dl>`;
}

function figure(name, values, shown) {
  return html`<div class="figure">
    <dt>${t(`overview.${name}`)}</dt>
    ${values.length === 0
      ? html`<dd>${NOTHING}</dd>`
      : values.map(({ value, change }) => html`<dd><span class="figure-value">${shown(value)}</span> ${changed(change)}</dd>`)}
  </div>`;
}

function changed(change) {
  if (change === null) {
    return nothing;
  }
  const tone = change > 0 ? "rise" : change < 0 ? "fall" : "";
  return html`<span class="change ${tone}">${signedPercent(change)} <span class="unseen">${t("overview.against")}</span></span>`;
}
