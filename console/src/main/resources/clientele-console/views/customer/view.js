// Everything about one customer.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask } from "../../core/ask.js";
import { dateTime } from "../../core/format.js";
import { t } from "../../core/language.js";
import { reloadFailed } from "../../core/resource.js";
import { to } from "../../core/router.js";
import { panel } from "../../parts/panel.js";
import { empty, partly, shown } from "../../parts/states.js";
import { contactsOfCustomer, customerContacts } from "./contacts.js";
import { CUSTOMER } from "./documents.js";
import { habits } from "./habits.js";
import { Journey, journeyPart } from "./journey.js";
import { customerModel } from "./model.js";
import { couponsPart, inboxPart, offersResource } from "./offers.js";
import { churnPart, identityPart, ordersPart, valuePart } from "./parts.js";
import { Reasons, segmentsPart } from "./segments.js";

export function customer(page) {
  const { id } = page.params;
  const offers = offersResource(page, id);
  const contacts = customerContacts(page, id);
  const card = page.resource(async (signal) => {
    const model = customerModel(await ask(CUSTOMER, { id }, signal));
    reloadFailed(offers, contacts.list);
    return model;
  });
  const journey = new Journey(page, card);
  const reasons = new Reasons(page);
  return {
    title: () => card.value?.id ?? id,
    back: () => ({ address: to("customers"), words: t("nav.customers") }),
    lead: () => (card.value?.facts ? t("customer.asOf", { time: dateTime(card.value.facts.asOf) }) : ""),
    body: () => shown(card, (model) => (model === null ? unknown(id) : cardPart(model, { journey, reasons, offers, contacts })), 14),
  };
}

function unknown(id) {
  return empty(t("customer.unknown", { id }), t("customer.unknown.advice"), html`<a href=${to("customers")}>${t("customers.everybody")}</a>`);
}

function cardPart(model, { journey, reasons, offers, contacts }) {
  return html`${partly(model.failures)}
    <div class="columns">
      ${panel({ title: t("customer.value"), body: valuePart(model) })} ${panel({ title: t("customer.churn"), body: churnPart(model) })}
      ${panel({ title: t("customer.orders"), body: ordersPart(model) })} ${panel({ title: t("customer.segments"), body: segmentsPart(model, reasons) })}
      ${panel({ title: t("customer.identity"), body: identityPart(model) })}
      ${model.facts ? panel({ title: t("customer.habits"), body: habits(model) }) : nothing}
      ${panel({ title: t("customer.offers"), body: couponsPart(offers) })} ${panel({ title: t("customer.inbox"), body: inboxPart(offers) })}
    </div>
    ${panel({ title: t("contacts.title"), hint: t("customer.contacts.hint"), body: contactsOfCustomer(contacts), wide: true })}
    ${panel({ title: t("customer.journey"), hint: t("customer.journey.hint"), body: journeyPart(model, journey), wide: true })}`;
}
