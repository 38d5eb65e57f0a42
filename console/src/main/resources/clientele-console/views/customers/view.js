// Customers by what is known of them.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { live } from "../../lib/lit-html/directives/live.js";
import { ask, required } from "../../core/ask.js";
import { ago, money, number, percent } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { go, to } from "../../core/router.js";
import { badge, chip } from "../../parts/badge.js";
import { icon } from "../../parts/icons.js";
import { panel } from "../../parts/panel.js";
import { empty, partly, shown } from "../../parts/states.js";
import { table } from "../../parts/table.js";
import { CUSTOMERS, SEGMENTS } from "./documents.js";
import { customersModel, FILTERS, isNarrowed, ORDERS, questionOf } from "./model.js";

/** A narrower list begins with its first page. */
const FIRST_PAGE = { after: null, before: null };

export function customers(page) {
  const question = questionOf(page.query);
  const list = page.resource(async (signal) => customersModel(await ask(CUSTOMERS, question, signal)));
  const segments = page.resource(async (signal) => required(await ask(SEGMENTS, {}, signal), "segments"));
  return {
    title: () => t("nav.customers"),
    lead: () => t("customers.lead"),
    tools: () => finder(),
    body: () => html`${filters(page, question, segments)} ${panel({ title: t("customers.list"), body: shown(list, (model) => listPart(page, model), 12), wide: true })}`,
  };
}

function finder() {
  const find = (event) => {
    event.preventDefault();
    const id = event.target.elements.id.value.trim();
    if (id !== "") {
      go(to("customers", id));
    }
  };
  return html`<form class="finder" role="search" @submit=${find}>
    <label>${t("customers.find")} <input name="id" type="search" placeholder=${t("customers.find.example")} required /></label>
    <button type="submit">${t("customers.open")}</button>
  </form>`;
}

function filters(page, question, segments) {
  const choose = (name) => (event) => page.goWith({ ...FIRST_PAGE, [name]: event.target.value === "" ? null : event.target.value });
  return html`<form class="filters" aria-label=${t("customers.narrow")} @submit=${(event) => event.preventDefault()}>
    ${Object.entries(FILTERS).map(([name, { values }]) => select(name, t(`word.${name}`), page.query.get(name) ?? "", all(values.map((value) => [value, named(name, value)])), choose(name)))}
    ${select("segment", t("word.segment"), page.query.get("segment") ?? "", all((segments.value ?? []).map((one) => [one.id, one.name])), choose("segment"))}
    ${select("order", t("customers.order"), question.order, ORDERS.map((order) => [order, t(`order.${order}`)]), choose("order"))}
    ${scores(page)}
  </form>`;
}

function all(options) {
  return [["", t("customers.all")], ...options];
}

function select(name, words, chosen, options, change) {
  return html`<label>
    ${words}
    <select name=${name} @change=${change}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`)}
    </select>
  </label>`;
}

/** The cell of the RFM matrix that led here. */
function scores(page) {
  const [r, f] = [page.query.get("r"), page.query.get("f")];
  if (r === null && f === null) {
    return nothing;
  }
  const words = [r && `R ${r}`, f && `F ${f}`].filter(Boolean).join(", ");
  return html`<button type="button" @click=${() => page.goWith({ ...FIRST_PAGE, r: null, f: null })}>${icon("remove")} ${t("customers.scores", { scores: words })}</button>`;
}

function listPart(page, model) {
  if (model.customers.length === 0) {
    return isNarrowed(page.query)
      ? empty(t("customers.none"), t("customers.none.advice"), html`<a href=${to("customers")}>${t("customers.everybody")}</a>`)
      : empty(t("customers.empty"), t("customers.empty.advice"));
  }
  return html`${partly(model.failures)}
    <p>${t("customers.count", { count: model.count, n: number(model.count) })}</p>
    ${table({ caption: t("customers.list"), hidden: true, rows: model.customers, columns: columns() })} ${pages(page, model.page)}`;
}

function columns() {
  return [
    { words: t("word.customer"), cell: (one) => html`<a href=${to("customers", one.id)}>${one.id}</a>` },
    { words: t("word.tier"), cell: (one) => badge("tier", one.value.tier) },
    { words: t("word.stage"), cell: (one) => named("stage", one.lifecycle.stage) },
    { words: t("word.risk"), cell: (one) => html`${badge("risk", one.churn.risk)} ${one.churn.probability > 0 ? percent(one.churn.probability / 100, 0) : nothing}` },
    { words: "RFM", cell: (one) => one.value.rfm.code },
    { words: t("word.orders"), number: true, cell: (one) => number(one.facts.orders.count) },
    { words: t("word.revenue"), number: true, cell: (one) => money(one.facts.orders.revenue) },
    { words: t("word.lastSeen"), cell: (one) => ago(one.facts.visits.lastSeen) },
    { words: t("word.tags"), cell: (one) => one.tags.map(chip) },
  ];
}

function pages(page, info) {
  return html`<nav class="pages" aria-label=${t("pages.title")}>
    <button type="button" ?disabled=${!info.hasPreviousPage} @click=${() => page.goWith({ after: null, before: info.startCursor })}>${icon("back")} ${t("pages.previous")}</button>
    <button type="button" ?disabled=${!info.hasNextPage} @click=${() => page.goWith({ after: info.endCursor, before: null })}>${t("pages.next")} ${icon("next")}</button>
  </nav>`;
}
