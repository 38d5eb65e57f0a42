// A message of the campaign to one customer, to see how it looks. It counts nowhere.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { change, newKey } from "../../core/ask.js";
import { named, t } from "../../core/language.js";
import { to } from "../../core/router.js";
import { badge } from "../../parts/badge.js";
import { coupon } from "../../parts/contacts.js";
import { refused } from "../../parts/states.js";
import { SEND_TEST } from "./documents.js";

export class TestSend {
  #asked = null;

  /** @param {() => void} sent is told of each that was sent */
  constructor(page, campaign, sent) {
    this.last = null;
    this.send = page.action(async (customer, variant) => {
      this.last = null;
      const contact = await change(SEND_TEST, { input: { key: this.#keyOf(customer, variant), campaign, customer, variant } }, "sendTest");
      this.#asked = null;
      this.last = { customer, ...contact };
      sent();
    });
  }

  /** The same once more after a failure is the same message; after it was sent it is another. */
  #keyOf(customer, variant) {
    if (this.#asked?.customer !== customer || this.#asked?.variant !== variant) {
      this.#asked = { customer, variant, key: newKey() };
    }
    return this.#asked.key;
  }
}

export function testSendPart(test, variants) {
  const submit = (event) => {
    event.preventDefault();
    const { customer, variant } = event.target.elements;
    test.send.run(customer.value.trim(), variant.value);
  };
  return html`<form class="stack" @submit=${submit}>
      <label class="stacked">${t("word.customer")} <input name="customer" required maxlength="256" placeholder=${t("customers.find.example")} /></label>
      <label class="stacked">
        ${t("test.variant")}
        <select name="variant">
          ${variants.map((one) => html`<option value=${one.name}>${one.name} · ${named("channel", one.channel)}</option>`)}
        </select>
      </label>
      <div class="buttons"><button type="submit" ?disabled=${test.send.busy}>${t("test.send")}</button></div>
    </form>
    ${refused(test.send.failure)} ${test.last === null ? nothing : outcome(test.last)}`;
}

function outcome(contact) {
  return html`<div class="notice ${contact.decision === "SENT" ? "good" : "warn"}" role="status">
    <p>${badge("decision", contact.decision)} ${contact.reason ? named("reason", contact.reason) : nothing} <a href=${to("customers", contact.customer)}>${contact.customer}</a></p>
    ${contact.subject ? html`<p><strong>${contact.subject}</strong></p>` : nothing} ${contact.body ? html`<p>${contact.body}</p>` : nothing}
    ${contact.coupon ? html`<p>${coupon(contact.coupon)}</p>` : nothing}
  </div>`;
}
