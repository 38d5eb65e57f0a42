// The segments of a customer, each with why.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask, required } from "../../core/ask.js";
import { graphqlLanguage, t } from "../../core/language.js";
import { to } from "../../core/router.js";
import { empty, shown } from "../../parts/states.js";
import { WHY } from "./documents.js";

/** Explanations, each asked for when its line is opened. */
export class Reasons {
  #page;
  #byId = new Map();

  constructor(page) {
    this.#page = page;
  }

  ask(customer, segment) {
    if (!this.#byId.has(segment)) {
      const variables = { customer, segment, language: graphqlLanguage() };
      this.#byId.set(segment, this.#page.resource(async (signal) => required(await ask(WHY, variables, signal), "explain")));
    }
  }

  of(segment) {
    return this.#byId.get(segment);
  }
}

export function segmentsPart({ id, segments }, reasons) {
  if (segments.length === 0) {
    return empty(t("customer.segments.empty"), t("customer.segments.advice"));
  }
  return html`<ul class="reasons">${segments.map((segment) => entry(id, segment, reasons))}</ul>`;
}

function entry(customer, segment, reasons) {
  const why = reasons.of(segment.id);
  const opened = (event) => event.target.open && reasons.ask(customer, segment.id);
  return html`<li>
    <a href=${to("segments", segment.id)}>${segment.name}</a>
    <details @toggle=${opened}>
      <summary aria-label=${t("customer.segments.why", { name: segment.name })}>${t("customer.why")}</summary>
      ${why ? shown(why, (reason) => html`<p>${reason?.sentence ?? nothing}</p>`, 1) : nothing}
    </details>
  </li>`;
}
