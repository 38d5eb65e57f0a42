// A bar whose length is a share. It is drawn as a picture: the page's policy forbids styles in attributes.

import { svg, html } from "../lib/lit-html/lit-html.js";

export function bar(share, tone = "main") {
  const width = `${Math.max(0, Math.min(1, share ?? 0)) * 100}%`;
  return html`<svg class="bar ${tone}" aria-hidden="true" focusable="false">${svg`<rect width="100%" height="100%" class="ground" rx="3"></rect><rect width=${width} height="100%" class="fill" rx="3"></rect>`}</svg>`;
}
