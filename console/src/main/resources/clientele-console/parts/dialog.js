// A modal dialog of the browser's own: it keeps the focus inside and gives it back, and Escape closes it.

import { html } from "../lib/lit-html/lit-html.js";
import { ref } from "../lib/lit-html/directives/ref.js";

/** @param {{title: string, body: unknown, close: () => void}} what is drawn as long as it is open */
export function dialog({ title, body, close }) {
  return html`<dialog aria-labelledby="dialog-title" ${ref(open)} @close=${close}>
    <h2 id="dialog-title">${title}</h2>
    ${body}
  </dialog>`;
}

function open(element) {
  if (element && !element.open) {
    // Once it is in the document, which is after the template is drawn.
    queueMicrotask(() => element.isConnected && !element.open && element.showModal());
  }
}
