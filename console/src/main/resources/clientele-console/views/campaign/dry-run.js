// What a campaign would have done in the past. A dry run contacts nobody and spends nothing.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask, change, newKey } from "../../core/ask.js";
import { date, money, number, percent, shortDate } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { holder } from "../../core/session.js";
import { chart, TOOLTIP } from "../../parts/chart.js";
import { facts } from "../../parts/facts.js";
import { refused, shown } from "../../parts/states.js";
import { decisionsTable } from "./decisions.js";
import { CANCEL_DRY_RUN, DRY_RUN, LATEST, START_DRY_RUN } from "./documents.js";
import { dryRunModel, rangeOf, usualDays } from "./dry-run-model.js";

const POLL_MS = 1_000;

/** One dry run, watched until it ends; its id stands in the address, so that it can be linked. */
export class DryRun {
  #page;
  #asked = null;

  constructor(page, campaign) {
    this.#page = page;
    this.days = page.resource(async (signal) => usualDays(await ask(LATEST, {}, signal)));
    this.run = page.query.has("dry") ? this.#watch(page.query.get("dry")) : null;
    this.start = page.action(async (days) => {
      const { id } = await change(START_DRY_RUN, { input: { key: this.#keyOf(days), campaign, ...rangeOf(days) } }, "startDryRun");
      this.#asked = null;
      this.run?.close();
      this.run = this.#watch(id);
      page.note({ dry: id });
    });
    this.cancel = page.action(async () => {
      await change(CANCEL_DRY_RUN, { id: this.run.value.id }, "cancelDryRun");
      await this.run.refresh();
    });
    page.every(POLL_MS, () => this.#isRunning() && this.run.refresh({ quietly: true }));
  }

  #watch(id) {
    return this.#page.resource(async (signal) => dryRunModel(await ask(DRY_RUN, { id }, signal)));
  }

  /** The same question again after a failure is the same run. */
  #keyOf({ from, to }) {
    if (this.#asked?.from !== from || this.#asked?.to !== to) {
      this.#asked = { from, to, key: newKey() };
    }
    return this.#asked.key;
  }

  #isRunning() {
    return this.run?.phase === "ready" && this.run.value?.state === "RUNNING";
  }
}

export function dryRunPart(dryRun) {
  return html`${holder()?.writes ? shown(dryRun.days, (days) => form(days, dryRun), 1) : dryRun.run === null ? html`<p class="hint">${t("dry.readOnly")}</p>` : nothing}
    ${refused(dryRun.start.failure)} ${dryRun.run === null ? nothing : shown(dryRun.run, (run) => runPart(run, dryRun), 4)} ${refused(dryRun.cancel.failure)}`;
}

function form(days, dryRun) {
  const submit = (event) => {
    event.preventDefault();
    const { from, to } = event.target.elements;
    dryRun.start.run({ from: from.value, to: to.value });
  };
  const check = (event) => {
    const { from, to } = event.currentTarget.elements;
    to.setCustomValidity(from.value > to.value ? t("dry.backwards") : "");
  };
  return html`<form class="filters" @submit=${submit} @input=${check}>
    <label>${t("period.from")} <input type="date" name="from" required value=${days.from} /></label>
    <label>${t("period.to")} <input type="date" name="to" required value=${days.to} /></label>
    <button type="submit" ?disabled=${dryRun.start.busy}>${t("dry.start")}</button>
  </form>`;
}

function runPart(run, dryRun) {
  switch (run?.state) {
    case "RUNNING":
      return html`<p role="status">${t("dry.running", { share: percent(run.progress, 0) })}</p>
        <progress max="1" .value=${run.progress} aria-label=${t("dry.title")}></progress>
        ${holder()?.writes ? html`<div class="buttons"><button type="button" ?disabled=${dryRun.cancel.busy} @click=${() => dryRun.cancel.run()}>${t("dry.cancel")}</button></div>` : nothing}`;
    case "DONE":
      return outcome(run);
    case undefined:
      return html`<p class="notice warn">${t("dry.unknown")}</p>`;
    default:
      return html`<p class="notice ${run.state === "FAILED" ? "bad" : "warn"}" role="status">${t(`dry.${run.state}`)} ${run.problem ? named("dryproblem", run.problem) : nothing}</p>`;
  }
}

function outcome(run) {
  return html`<p class="sum" role="status">${t("dry.done", { count: run.sent, n: number(run.sent), from: date(run.from), to: date(new Date(run.to) - 1) })}</p>
    ${run.note ? html`<p class="notice">${named("drynote", run.note)}</p>` : nothing}
    ${facts([
      [t("dry.coupons"), number(run.couponsIssued)],
      [t("dry.benefitCost"), money(run.benefitCostMost)],
      [t("dry.contactCost"), money(run.contactCost)],
      ...(run.waiting > 0 ? [[t("dry.waiting"), number(run.waiting)]] : []),
    ])}
    ${run.days.length > 0 ? html`<h3>${t("dry.days")}</h3>${days(run.days)}` : nothing}
    ${run.decisions.length > 0 ? decisionsTable(t("dry.decisions"), run.decisions) : nothing}`;
}

function days(rows) {
  const start = (row) => `${row.day}T00:00`; // by the operator's clock, so that the day stays the day
  return chart({
    title: t("dry.days"),
    option: {
      tooltip: { ...TOOLTIP, valueFormatter: (value) => number(value) },
      grid: { left: 8, right: 8, top: 12, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: { type: "category", data: rows.map((row) => shortDate(start(row))) },
      yAxis: { type: "value", minInterval: 1 },
      series: [{ type: "bar", name: t("dry.contacts"), data: rows.map((row) => row.contacts), barMaxWidth: 48 }],
    },
    columns: [
      { words: t("word.day"), cell: (row) => date(start(row)) },
      { words: t("dry.contacts"), number: true, cell: (row) => number(row.contacts) },
    ],
    rows,
  });
}
