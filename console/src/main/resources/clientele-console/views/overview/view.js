// How the shop does: orders and revenue, traffic, funnel, tiers, who could leave.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { money, number, percent } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { before, interval, periodOf, range, zone } from "../../core/period.js";
import { to } from "../../core/router.js";
import { badge } from "../../parts/badge.js";
import { bar } from "../../parts/bar.js";
import { panel } from "../../parts/panel.js";
import { periodChoice } from "../../parts/period-choice.js";
import { empty, partly, shown } from "../../parts/states.js";
import { table } from "../../parts/table.js";
import { CUSTOMERS, FUNNEL, RISKS, SALES, TRAFFIC } from "./documents.js";
import { figures } from "./figures.js";
import { customersModel, funnelModel, risksModel, salesModel, trafficModel } from "./model.js";
import { trafficChart } from "./traffic-chart.js";

const STEPS = ["Product Viewed", "Product Added", "Checkout Started", "Order Completed"];

export function overview(page) {
  const period = periodOf(page.query);
  const sales = page.resource(async (signal) => salesModel(await ask(SALES, { now: range(period), before: range(before(period)) }, signal)));
  const traffic = page.resource(async (signal) =>
    trafficModel(await ask(TRAFFIC, { input: { ...range(period), interval: interval(period), zone: zone() } }, signal)),
  );
  const funnel = page.resource(async (signal) =>
    funnelModel(await ask(FUNNEL, { input: { ...range(period), window: "P7D", steps: STEPS.map((event) => ({ event })) } }, signal)),
  );
  const customers = page.resource(async (signal) => customersModel(await ask(CUSTOMERS, {}, signal)));
  const risks = page.resource(async (signal) => risksModel(await ask(RISKS, {}, signal)));
  return {
    title: () => t("nav.overview"),
    lead: () => t("overview.lead"),
    tools: () => periodChoice(period, (changes) => page.goWith(changes)),
    body: () => html`
      <section aria-labelledby="figures">
        <h2 id="figures" class="unseen">${t("overview.sales")}</h2>
        ${shown(sales, salesPart, 3)}
      </section>
      <div class="panels">
        ${panel({ title: t("overview.traffic"), hint: t("overview.traffic.hint"), body: shown(traffic, (value) => trafficPart(value, period), 8), wide: true })}
        ${panel({ title: t("overview.funnel"), hint: t("overview.funnel.hint"), tools: funnelLink(page), body: shown(funnel, funnelPart, 5) })}
        ${panel({ title: t("overview.risks"), hint: t("overview.risks.hint"), tools: risksLink(), body: shown(risks, risksPart, 5) })}
        ${panel({ title: t("overview.tiers"), hint: t("overview.tiers.hint"), body: shown(customers, (value) => parts(value, value.tiers, "tier"), 5) })}
        ${panel({ title: t("overview.stages"), hint: t("overview.stages.hint"), body: shown(customers, (value) => parts(value, value.stages, "stage"), 6) })}
      </div>
    `,
  };
}

function salesPart(model) {
  return html`${partly(model.failures)} ${figures(model)}
  ${model.isEmpty ? empty(t("overview.sales.empty"), t("overview.sales.advice")) : nothing}
  ${model.eventsWithoutOrder > 0
    ? html`<p class="notice warn">${t("overview.sales.without", { count: model.eventsWithoutOrder, n: number(model.eventsWithoutOrder) })}</p>`
    : nothing}`;
}

function trafficPart(model, period) {
  return model.isEmpty ? empty(t("overview.traffic.empty"), t("overview.traffic.advice")) : trafficChart(model, period);
}

function funnelLink(page) {
  return html`<a href=${to("funnel", { period: page.query.get("period"), from: page.query.get("from"), to: page.query.get("to") })}>${t("overview.funnel.more")}</a>`;
}

function risksLink() {
  return html`<a href=${to("customers", { order: "VALUE_AT_RISK", risk: "HIGH" })}>${t("overview.risks.more")}</a>`;
}

function funnelPart(model) {
  if (model.isEmpty) {
    return empty(t("overview.funnel.empty"), t("overview.funnel.advice"));
  }
  return html`<ol class="bars">
    ${model.steps.map(
      (step) => html`<li>
        <span class="bars-name">${named("event", step.name)}</span>
        <span class="bars-value">${number(step.count)} <small>${percent(step.conversionFromStart)}</small></span>
        ${bar(step.conversionFromStart)}
      </li>`,
    )}
  </ol>`;
}

function risksPart(model) {
  if (model.count === 0) {
    return empty(t("overview.risks.empty"), t("overview.risks.advice"));
  }
  return html`<p>${t("overview.risks.count", { count: model.count, n: number(model.count) })}</p>
    ${table({
      caption: t("overview.risks"),
      hidden: true,
      rows: model.customers,
      columns: [
        { words: t("word.customer"), cell: (one) => html`<a href=${to("customers", one.id)}>${one.id}</a>` },
        { words: t("word.tier"), cell: (one) => badge("tier", one.value.tier) },
        { words: t("word.probability"), number: true, cell: (one) => percent(one.churn.probability / 100, 0) },
        { words: t("word.atRisk"), number: true, cell: (one) => money(one.churn.valueAtRisk) },
      ],
    })}`;
}

function parts(model, rows, group) {
  if (model.isEmpty) {
    return empty(t("overview.customers.empty"), t("overview.customers.advice"));
  }
  return table({
    caption: t(`overview.${group}s`),
    hidden: true,
    rows,
    columns: [
      { words: t(`word.${group}`), cell: (row) => html`<a href=${to("customers", { [group]: row.name })}>${named(group, row.name)}</a>` },
      { words: t("word.customers"), number: true, cell: (row) => number(row.customers) },
      { words: t("word.share"), cell: (row) => html`<span class="with-bar">${bar(row.customerShare)} ${percent(row.customerShare)}</span>` },
      { words: t("word.revenue"), number: true, cell: (row) => money(row.revenue) },
      { words: t("word.revenueShare"), number: true, cell: (row) => percent(row.revenueShare) },
    ],
  });
}
