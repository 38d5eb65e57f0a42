// Tables.

import { html, nothing } from "../lib/lit-html/lit-html.js";

/**
 * A table.
 *
 * @param {{caption: string, columns: {words: unknown, cell: (row: object) => unknown, number?: boolean}[], rows: object[],
 *     hidden?: boolean}} what the first column names its row; `hidden` is whether the caption is for screen readers only
 */
export function table({ caption, columns, rows, hidden = false }) {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption class=${hidden ? "unseen" : ""}>${caption}</caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col" class=${column.number ? "number" : ""}>${column.words}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${columns.map((column, index) => cell(column, row, index))}</tr>`)}
      </tbody>
    </table>
  </div>`;
}

function cell(column, row, index) {
  const kind = column.number ? "number" : "";
  const content = column.cell(row) ?? nothing;
  return index === 0 ? html`<th scope="row" class=${kind}>${content}</th>` : html`<td class=${kind}>${content}</td>`;
}
