// Visitors, sessions and page views over time.

import { compact, number, shortDate, dateTime } from "../../core/format.js";
import { t } from "../../core/language.js";
import { interval } from "../../core/period.js";
import { chart, TOOLTIP } from "../../parts/chart.js";

const SERIES = ["visitors", "sessions", "pageViews"];

export function trafficChart({ buckets }, period) {
  const when = interval(period) === "HOUR" ? dateTime : shortDate;
  return chart({
    title: t("overview.traffic"),
    option: {
      tooltip: { ...TOOLTIP, valueFormatter: (value) => number(value) },
      legend: { top: 0, left: 0, icon: "roundRect", itemWidth: 12, itemHeight: 12 },
      xAxis: { type: "category", data: buckets.map((bucket) => when(bucket.start)), boundaryGap: buckets.length === 1 },
      yAxis: { type: "value", axisLabel: { formatter: compact } },
      series: SERIES.map((name) => ({
        name: t(`word.${name}`),
        type: "line",
        showSymbol: buckets.length < 15,
        data: buckets.map((bucket) => bucket.visits[name]),
      })),
    },
    columns: [
      { words: t("word.day"), cell: (bucket) => when(bucket.start) },
      ...SERIES.map((name) => ({ words: t(`word.${name}`), number: true, cell: (bucket) => number(bucket.visits[name]) })),
    ],
    rows: buckets,
  });
}
