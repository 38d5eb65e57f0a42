// The decisions of all campaigns about a customer, the newest first.

import { html } from "../../lib/lit-html/lit-html.js";
import { ask, required } from "../../core/ask.js";
import { t } from "../../core/language.js";
import { pageOf, Pages } from "../../core/pages.js";
import { to } from "../../core/router.js";
import { contactsPart } from "../../parts/contacts.js";
import { CUSTOMER_CONTACTS } from "./documents.js";

export function customerContacts(page, id) {
  return new Pages(page, async (after, signal) => {
    const answer = await ask(CUSTOMER_CONTACTS, { id, after }, signal);
    const contacts = required(answer, "customer")?.contacts;
    if (contacts === null) {
      throw answer.failures[0];
    }
    return pageOf(contacts);
  });
}

export function contactsOfCustomer(contacts) {
  const campaign = { words: t("word.campaign"), cell: (one) => html`<a href=${to("campaigns", one.campaign.id)}>${one.campaign.name}</a>` };
  return contactsPart(contacts, campaign, t("customer.contacts.advice"));
}
