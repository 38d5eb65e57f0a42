// When and how a customer comes.

import { html } from "../../lib/lit-html/lit-html.js";
import { hour, list, NOTHING, number } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { chart, TOOLTIP } from "../../parts/chart.js";
import { facts } from "../../parts/facts.js";

export function habits({ facts: known, hours }) {
  const { activeHour, categories, channel, device, os, priceBand } = known.preferences;
  return html`${facts([
    [t("customer.activeHour"), hour(activeHour)],
    [t("customer.categories"), list(categories)],
    [t("customer.channel"), list([channel, device, os].filter(Boolean).map((value) => named("value", value)))],
    [t("customer.priceBand"), priceBand ?? NOTHING],
  ])}
  ${hours.some((count) => count > 0) ? hoursChart(hours) : ""}`;
}

function hoursChart(hours) {
  const rows = hours.map((count, index) => ({ count, hour: hour(index) }));
  return chart({
    title: t("customer.hours"),
    option: {
      tooltip: { ...TOOLTIP, valueFormatter: (value) => number(value) },
      grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: { type: "category", data: rows.map((row) => row.hour) },
      yAxis: { type: "value", minInterval: 1 },
      series: [{ type: "bar", name: t("word.events"), data: hours }],
    },
    columns: [
      { words: t("word.hour"), cell: (row) => row.hour },
      { words: t("word.events"), number: true, cell: (row) => number(row.count) },
    ],
    rows,
  });
}
