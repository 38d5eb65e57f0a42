// The funnel of each value of a field, as a chart and a table.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { number, percent } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { chart, TOOLTIP } from "../../parts/chart.js";
import { empty } from "../../parts/states.js";
import { table } from "../../parts/table.js";

export function breakdown(model) {
  if (model.breakdown.length === 0) {
    return empty(t("funnel.by.empty"), t("funnel.by.advice"));
  }
  const title = t("funnel.by.chart");
  const columns = [
    { words: t("word.value"), cell: (part) => valueName(part.value) },
    ...model.steps.map((step, index) => ({ words: named("event", step.name), number: true, cell: (part) => number(part.steps[index].count) })),
    { words: t("funnel.conversion"), number: true, cell: (part) => percent(part.whole) },
  ];
  return html`${chart({ title, option: option(model), columns, rows: model.breakdown })}
  ${table({ caption: t("funnel.by.table"), hidden: true, columns, rows: model.breakdown })}
  ${model.isTruncated ? html`<p class="hint">${t("funnel.by.truncated")}</p>` : nothing}`;
}

function option(model) {
  return {
    tooltip: { ...TOOLTIP, axisPointer: { type: "shadow" }, valueFormatter: (value) => percent(value) },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12 },
    xAxis: { type: "category", data: model.breakdown.map((part) => valueName(part.value)) },
    yAxis: { type: "value", axisLabel: { formatter: (value) => percent(value, 0) } },
    series: model.steps.slice(1).map((step, index) => ({
      name: named("event", step.name),
      type: "bar",
      barMaxWidth: 36,
      data: model.breakdown.map((part) => part.steps[index + 1].conversionFromStart),
    })),
  };
}

function valueName(value) {
  return value === null ? t("funnel.by.none") : named("value", value);
}
