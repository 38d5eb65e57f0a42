// Line drawings beside words; they say nothing by themselves and are hidden from screen readers.

import { html, svg } from "../lib/lit-html/lit-html.js";

const PATHS = {
  overview: svg`<path d="M4 19V5M4 19h16M8 16v-5M12 16V8M16 16v-3"/>`,
  funnel: svg`<path d="M4 5h16l-6 8v6l-4-2v-4z"/>`,
  customers: svg`<circle cx="12" cy="8" r="3.5"/><path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6"/>`,
  rfm: svg`<path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z"/>`,
  segments: svg`<circle cx="9" cy="12" r="5.5"/><circle cx="15" cy="12" r="5.5"/>`,
  campaigns: svg`<path d="M4 10v4h3l8 4V6L7 10zM18 9.5c1.2 1.400 1.2 3.600 0 5"/>`,
  leave: svg`<path d="M14 5H6v14h8M11 12h9M17 9l3 3-3 3"/>`,
  retry: svg`<path d="M19 12a7 7 0 1 1-2-5M19 4v4h-4"/>`,
  next: svg`<path d="M9 6l6 6-6 6"/>`,
  back: svg`<path d="M15 6l-6 6 6 6"/>`,
  add: svg`<path d="M12 5v14M5 12h14"/>`,
  remove: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  up: svg`<path d="M12 19V6M6 12l6-6 6 6"/>`,
  down: svg`<path d="M12 5v13M6 12l6 6 6-6"/>`,
};

export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}
