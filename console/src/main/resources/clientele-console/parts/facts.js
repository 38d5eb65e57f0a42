// Names with their values.

import { html } from "../lib/lit-html/lit-html.js";
import { number } from "../core/format.js";
import { named } from "../core/language.js";

/** @param {[string, unknown][]} pairs */
export function facts(pairs) {
  return html`<dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** The numbers that something rests on. */
export function evidence(list) {
  return html`<ul class="evidence">${list.map(({ fact, value }) => html`<li>${named("fact", fact)}: <strong>${number(value, 2)}</strong></li>`)}</ul>`;
}
