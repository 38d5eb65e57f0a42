// What a campaign brought about: treated customers against those of the control group.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { dateTime, money, NOTHING, number, percent, signedNumber, signedPercent } from "../../core/format.js";
import { t } from "../../core/language.js";
import { facts } from "../../parts/facts.js";
import { shown } from "../../parts/states.js";
import { table } from "../../parts/table.js";
import { decisionsTable } from "./decisions.js";
import { RESULTS } from "./documents.js";
import { resultsModel } from "./results-model.js";

const TONES = { NOBODY: "", NO_CONTROL: "warn", UNSURE: "warn", BETTER: "good", WORSE: "bad" };

export function resultsResource(page, id) {
  return page.resource(async (signal) => resultsModel(await ask(RESULTS, { id }, signal)));
}

export function resultsPart(resource) {
  return shown(resource, ({ verdict, results, decisions }) =>
    html`<p class="notice ${TONES[verdict]}"><strong>${t(`verdict.${verdict}`)}</strong> ${results ? verdictNumbers(verdict, results) : nothing}</p>
      ${results === null || verdict === "NOBODY" ? nothing : comparison(results)}
      ${decisions.length === 0 ? nothing : decisionsTable(t("results.decisions"), decisions)}
      ${results === null ? nothing : html`<p class="hint">${t("results.asOf", { time: dateTime(results.asOf) })} <span lang="en">${results.method}</span></p>`}`, 8);
}

function verdictNumbers(verdict, { conversionLift }) {
  return conversionLift === null || verdict === "NOBODY" ? nothing : t("results.lift", interval(conversionLift, points));
}

/** A difference of shares, in percentage points. */
function points(value) {
  return t("results.points", { n: signedNumber(value * 100) });
}

function interval({ value, low, high, confidence }, shownAs) {
  return { value: shownAs(value), low: shownAs(low), high: shownAs(high), confidence: percent(confidence, 0) };
}

function comparison(results) {
  const currency = results.treated.revenue?.currency ?? results.control.revenue?.currency ?? null;
  const amount = (value) => (currency ? money({ amount: value, currency }) : number(value, 2));
  const estimate = (one, shownAs) => (one === null ? NOTHING : t("results.interval", interval(one, shownAs)));
  return html`${groups(results)}
  ${facts([
    [t("results.conversionLift"), estimate(results.conversionLift, points)],
    [t("results.revenueLift"), estimate(results.revenueLift, amount)],
    [t("results.incrementalConversions"), estimate(results.incrementalConversions, (value) => signedNumber(value, 1))],
    [t("results.incrementalRevenue"), estimate(results.incrementalRevenue, amount)],
    [t("results.cost"), money(results.cost)],
    [t("results.costs"), `${money(results.contactCost)} + ${money(results.benefitCost)}`],
    [t("results.roi"), results.roi === null ? NOTHING : signedPercent(results.roi)],
    [t("results.revenuePerCost"), number(results.revenuePerCost, 2)],
    [t("results.attributed"), t("results.attributed.of", { count: results.attributedOrders, n: number(results.attributedOrders), revenue: money(results.attributedRevenue) })],
  ])}`;
}

function groups({ treated, control, heldOut, variants }) {
  const rows = [
    { name: t("results.treated"), ...treated },
    { name: t("results.control"), ...control },
    ...(heldOut.customers > 0 ? [{ name: t("results.heldOut"), ...heldOut }] : []),
    ...(variants.length > 1 ? variants.map(({ variant, group }) => ({ name: t("results.variant", { name: variant }), ...group })) : []),
  ];
  return table({
    caption: t("results.groups"),
    rows,
    columns: [
      { words: t("results.group"), cell: (row) => row.name },
      { words: t("word.customers"), number: true, cell: (row) => number(row.customers) },
      { words: t("results.converted"), number: true, cell: (row) => number(row.converted) },
      { words: t("funnel.conversion"), number: true, cell: (row) => percent(row.conversionRate, 2) },
      { words: t("word.orders"), number: true, cell: (row) => number(row.orders) },
      { words: t("word.revenue"), number: true, cell: (row) => money(row.revenue) },
      { words: t("overview.averageOrderValue"), number: true, cell: (row) => money(row.averageOrderValue) },
      { words: t("results.perCustomer"), number: true, cell: (row) => money(row.revenuePerCustomer) },
    ],
  });
}
