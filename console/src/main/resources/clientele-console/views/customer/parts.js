// The panels of the card that say what the customer is worth and who it is.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ago, date, duration, list, money, NOTHING, number, percent } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { badge, chip } from "../../parts/badge.js";
import { evidence, facts } from "../../parts/facts.js";

export function valuePart({ value, lifecycle, tags, compositeTag }) {
  return html`<p class="badges">${badge("tier", value.tier)} ${tags.filter((tag) => tag !== compositeTag).map(chip)}${compositeTag ? chip(compositeTag) : nothing}</p>
    ${facts([
      [t("word.stage"), named("stage", lifecycle.stage)],
      ["RFM", value.rfm.code ?? NOTHING],
      [t("customer.recency"), value.rfm.recencyDays === null ? NOTHING : t("word.days", { count: value.rfm.recencyDays, n: number(value.rfm.recencyDays) })],
      [t("customer.frequency"), number(value.rfm.frequency)],
      [t("customer.monetary"), money(value.rfm.monetary)],
      [t("customer.spending"), named("spending", value.spendingPower)],
      [t("customer.frequencyClass"), named("frequency", value.frequencyClass)],
    ])}
    <details><summary>${t("customer.why")}</summary>${evidence(lifecycle.evidence)}</details>`;
}

export function churnPart({ churn }) {
  return html`<p class="badges">${badge("risk", churn.risk)}</p>
    ${facts([
      [t("word.probability"), percent(churn.probability / 100, 0)],
      [t("word.atRisk"), money(churn.valueAtRisk)],
    ])}
    ${churn.signals.length === 0
      ? html`<p>${t("customer.churn.none")}</p>`
      : html`<ul class="signals">
          ${churn.signals.map(
            (signal) => html`<li>
              <strong>${named("signal", signal.kind)}</strong>${signal.since ? html` <small>${t("customer.since", { date: date(signal.since) })}</small>` : nothing}
              ${evidence(signal.evidence)}
            </li>`,
          )}
        </ul>`}`;
}

export function ordersPart({ facts: known }) {
  if (!known) {
    return html`<p>${NOTHING}</p>`;
  }
  const { orders, cart, visits } = known;
  return facts([
    [t("word.orders"), number(orders.count)],
    [t("word.revenue"), money(orders.revenue)],
    [t("customer.meanValue"), money(orders.meanValue)],
    [t("customer.refunded"), money(orders.refunded)],
    [t("customer.lastOrder"), date(orders.last)],
    [t("customer.cycle"), orders.cycleDays === null ? NOTHING : t("word.days", { count: orders.cycleDays, n: number(orders.cycleDays) })],
    [t("customer.cart"), cart.pieces === 0 ? t("customer.cart.empty") : t("customer.cart.holds", { count: cart.pieces, n: number(cart.pieces), value: money(cart.value), days: number(cart.ageDays) })],
    [t("customer.visits"), t("customer.visits.of", { count: visits.visits, n: number(visits.visits), days: number(visits.daysActive), dwell: duration(visits.dwellMs) })],
    [t("word.lastSeen"), ago(visits.lastSeen)],
  ]);
}

export function identityPart({ identity, traits, place }) {
  return html`${facts([
    ...traits.map(({ name, value }) => [named("trait", name), value]),
    ...(place.length === 0 ? [] : [[t("customer.place"), list(place)]]),
    ...(identity ? [[t("customer.ids"), identity.nodes.map((id) => html`<code>${id}</code> `)]] : []),
    ...(identity && identity.devices.length > 0 ? [[t("customer.devices"), number(identity.devices.length)]] : []),
  ])}`;
}
