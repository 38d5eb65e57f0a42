// What is offered to a customer: coupons, and the messages in the inbox.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { date, dateTime } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { coupon } from "../../parts/contacts.js";
import { empty, failed, shown } from "../../parts/states.js";
import { OFFERS } from "./documents.js";
import { offersModel } from "./offers-model.js";

/** One answer for both parts: either may fail alone. */
export function offersResource(page, id) {
  return page.resource(async (signal) => offersModel(await ask(OFFERS, { id }, signal)));
}

export function couponsPart(resource) {
  return shown(resource, ({ offers }) => (offers.failure ? failed(offers.failure, () => resource.reload()) : coupons(offers.value)), 3);
}

function coupons(all) {
  if (all.length === 0) {
    return empty(t("customer.offers.empty"), t("customer.offers.advice"));
  }
  return html`<ul class="entries">
    ${all.map(
      (one) => html`<li>
        <strong>${one.name}</strong> ${coupon(one)}
        <small>${t("customer.offers.issued", { date: date(one.issuedAt) })} · ${one.expiresAt ? t("customer.offers.until", { time: dateTime(one.expiresAt) }) : t("customer.offers.forever")}</small>
      </li>`,
    )}
  </ul>`;
}

export function inboxPart(resource) {
  return shown(resource, ({ inbox }) => (inbox.failure ? failed(inbox.failure, () => resource.reload()) : messages(inbox.value)), 3);
}

function messages(all) {
  if (all.length === 0) {
    return empty(t("customer.inbox.empty"), t("customer.inbox.advice"));
  }
  return html`<ul class="entries">
    ${all.map(
      (one) => html`<li>
        ${one.subject ? html`<strong>${one.subject}</strong>` : nothing}
        <p>${one.body}</p>
        ${one.coupon ? html`<p>${coupon(one.coupon)}</p>` : nothing}
        <small>${named("channel", one.kind)} · ${dateTime(one.at)} · ${one.readAt ? t("customer.inbox.read", { time: dateTime(one.readAt) }) : t("customer.inbox.unread")}</small>
      </li>`,
    )}
  </ul>`;
}
