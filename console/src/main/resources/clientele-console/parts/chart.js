// A chart of ECharts with a table of the same numbers. The library is loaded with the first chart.

import { html } from "../lib/lit-html/lit-html.js";
import { t } from "../core/language.js";
import { table } from "./table.js";

class Chart extends HTMLElement {
  #chart = null;
  #option = null;
  #watcher = null;

  set option(option) {
    this.#option = option;
    this.#draw();
  }

  connectedCallback() {
    this.#watcher = new ResizeObserver(() => this.#chart?.resize());
    this.#watcher.observe(this);
    this.#draw();
  }

  disconnectedCallback() {
    this.#watcher.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  async #draw() {
    if (this.#option === null || !this.isConnected) {
      return;
    }
    const echarts = await import("../lib/echarts.esm.min.js");
    if (this.isConnected) {
      this.#chart ??= echarts.init(this, null, { renderer: "canvas" });
      this.#chart.setOption({ ...COMMON, ...this.#option, animation: !still() }, true);
      this.dataset.drawn = "true";
    }
  }
}

customElements.define("c-chart", Chart);

function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export const COLOURS = ["#0f6b6b", "#c2571a", "#4a5fc1", "#8a3f8f", "#5d7a1f", "#a33b3b", "#33658a", "#7a6a1f"];

const COMMON = {
  color: COLOURS,
  textStyle: { fontFamily: "inherit", color: "#33424d" },
  grid: { left: 8, right: 12, top: 32, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
};

/** Tooltips drawn on the canvas: as HTML they would need inline styles, which the page's policy forbids. */
export const TOOLTIP = { trigger: "axis", renderMode: "richText", confine: true };

/**
 * A chart.
 *
 * @param {{title: string, option: object, columns: object[], rows: object[], tall?: boolean}} what `columns` and `rows` as
 *     of a table
 */
export function chart({ title, option, columns, rows, tall = false }) {
  return html`<figure class="chart">
    <c-chart class=${tall ? "tall" : ""} role="img" aria-label=${title} .option=${option}></c-chart>
    <details>
      <summary>${t("chart.table")}</summary>
      ${table({ caption: title, columns, rows, hidden: true })}
    </details>
  </figure>`;
}
