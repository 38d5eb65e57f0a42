// Decisions about customers, each with its reason and what was sent.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { dateTime } from "../core/format.js";
import { named, t } from "../core/language.js";
import { badge } from "./badge.js";
import { empty, refused, shown } from "./states.js";
import { table } from "./table.js";

/**
 * A list of contacts.
 *
 * @param {import("../core/pages.js").Pages} pages
 * @param {object} whose the column that says what the table does not: the customer, or the campaign
 */
export function contactsPart(pages, whose, advice) {
  return shown(pages.list, ({ rows, next }) => (rows.length === 0 ? empty(t("contacts.empty"), advice) : list(rows, next, pages.more, whose)), 6);
}

function list(rows, next, more, whose) {
  return html`${table({
    caption: t("contacts.list"),
    hidden: true,
    rows,
    columns: [
      whose,
      { words: t("contacts.at"), cell: (one) => dateTime(one.at) },
      { words: t("results.decision"), cell: decision },
      { words: t("contacts.message"), cell: message },
      { words: t("word.coupon"), cell: (one) => (one.coupon ? coupon(one.coupon) : nothing) },
      { words: t("contacts.status"), cell: (one) => (one.status ? badge("status", one.status) : nothing) },
    ],
  })}
  ${refused(more.failure)} ${next ? html`<div class="buttons"><button type="button" ?disabled=${more.busy} @click=${() => more.run()}>${t("contacts.more")}</button></div>` : nothing}`;
}

function decision(one) {
  return html`${badge("decision", one.decision)} ${one.test ? badge("contact", "TEST") : nothing}${one.reason ? html`<br /><small>${named("reason", one.reason)}</small>` : nothing}`;
}

function message({ channel, subject, variant }) {
  const how = [channel ? named("channel", channel) : null, variant].filter(Boolean).join(" · ");
  return html`${subject ?? nothing}${subject && how ? html`<br />` : nothing}<small>${how}</small>`;
}

/** A coupon's code and whether it can be used. */
export function coupon({ code, state }) {
  return html`<code>${code}</code> ${badge("coupon", state)}`;
}
