// The decisions of a campaign, the newest first.

import { html } from "../../lib/lit-html/lit-html.js";
import { ask, required } from "../../core/ask.js";
import { t } from "../../core/language.js";
import { pageOf, Pages } from "../../core/pages.js";
import { to } from "../../core/router.js";
import { contactsPart } from "../../parts/contacts.js";
import { CONTACTS } from "./documents.js";

export function campaignContacts(page, id) {
  return new Pages(page, async (after, signal) => pageOf(required(await ask(CONTACTS, { id, after }, signal), "campaign")?.contacts));
}

export function contactsOfCampaign(contacts) {
  const customer = { words: t("word.customer"), cell: (one) => html`<a href=${to("customers", one.customer.id)}>${one.customer.id}</a>` };
  return contactsPart(contacts, customer, t("contacts.advice"));
}
