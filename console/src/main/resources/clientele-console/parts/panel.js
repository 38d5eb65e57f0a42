// A part of a view with a heading of its own.

import { html, nothing } from "../lib/lit-html/lit-html.js";

let count = 0;
const ids = new Map();

/** @param {{title: string, hint?: string, tools?: unknown, body: unknown, wide?: boolean}} what */
export function panel({ title, hint = "", tools = nothing, body, wide = false }) {
  const id = headingId(title);
  return html`<section class="panel ${wide ? "wide" : ""}" aria-labelledby=${id}>
    <div class="panel-head">
      <h2 id=${id}>${title}</h2>
      ${tools}
    </div>
    ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${body}
  </section>`;
}

function headingId(title) {
  if (!ids.has(title)) {
    count += 1;
    ids.set(title, `panel-${count}`);
  }
  return ids.get(title);
}
