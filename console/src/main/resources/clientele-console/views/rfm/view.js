// Who ordered how lately and how often.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { money, number, percent } from "../../core/format.js";
import { t } from "../../core/language.js";
import { to } from "../../core/router.js";
import { panel } from "../../parts/panel.js";
import { empty, shown } from "../../parts/states.js";
import { RFM } from "./documents.js";
import { rfmModel } from "./model.js";

const SHADES = 6;

export function rfm(page) {
  const measure = page.query.get("by") === "revenue" ? "revenue" : "customers";
  const cells = page.resource(async (signal) => rfmModel(await ask(RFM, {}, signal)));
  return {
    title: () => t("nav.rfm"),
    lead: () => t("rfm.lead"),
    tools: () => measures(page, measure),
    body: () => panel({ title: t(`rfm.${measure}`), hint: t("rfm.hint"), body: shown(cells, (model) => matrix(model, measure), 9), wide: true }),
  };
}

function measures(page, measure) {
  return html`<fieldset class="choices-only">
    <legend class="unseen">${t("rfm.measure")}</legend>
    <div class="choices">
      ${["customers", "revenue"].map(
        (name) => html`<label>
          <input type="radio" name="measure" .checked=${name === measure} @change=${() => page.goWith({ by: name === "customers" ? null : name })} />
          <span>${t(`word.${name}`)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}

function matrix(model, measure) {
  if (model.isEmpty) {
    return empty(t("rfm.empty"), t("rfm.advice"));
  }
  return html`<p>${t("rfm.count", { count: model.customers, n: number(model.customers) })}</p>
    <div class="scroll" tabindex="0" role="group" aria-label=${t(`rfm.${measure}`)}>
      <table class="matrix">
        <caption class="unseen">${t("rfm.caption")}</caption>
        <thead>
          <tr>
            <td><span class="unseen">${t("rfm.corner")}</span></td>
            ${[1, 2, 3, 4, 5].map((score) => html`<th scope="col">R ${score}${end(score, "recency")}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${model.rows.map(
            (row) => html`<tr>
              <th scope="row">F ${row.frequency}${end(row.frequency, "frequency")}</th>
              ${row.cells.map((cell) => html`<td class="shade-${shade(cell, model, measure)}">${content(cell, measure)}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function end(score, axis) {
  return score === 1 || score === 5 ? html`<small>${t(`rfm.${axis}.${score}`)}</small>` : nothing;
}

function share(cell, measure) {
  return measure === "revenue" ? cell.portion.revenueShare : cell.portion.customerShare;
}

function shade(cell, model, measure) {
  if (cell.portion === null || model.most[measure] === 0) {
    return 0;
  }
  return Math.max(1, Math.ceil((share(cell, measure) / model.most[measure]) * SHADES));
}

function content(cell, measure) {
  if (cell.portion === null) {
    return html`<span class="none">${number(0)}</span>`;
  }
  return html`<a href=${to("customers", { r: cell.recency, f: cell.frequency })}>
    <strong>${measure === "revenue" ? money(cell.portion.revenue) : number(cell.portion.customers)}</strong>
    <span>${percent(share(cell, measure))}</span>
  </a>`;
}
