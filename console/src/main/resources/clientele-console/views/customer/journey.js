// What a customer did, the latest first, more on demand.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { ask, required } from "../../core/ask.js";
import { dateTime, list, money, number } from "../../core/format.js";
import { named, t } from "../../core/language.js";
import { empty, refused } from "../../parts/states.js";
import { JOURNEY } from "./documents.js";
import { journeyModel, withMore } from "./model.js";

/** The events so far: those of the card, and the pages asked for after them. */
export class Journey {
  #later = null;

  constructor(page, card) {
    this.card = card;
    this.more = page.action(async () => {
      const { id, journey } = card.value;
      const events = this.#later ?? journey;
      const answer = await ask(JOURNEY, { id, after: events.more });
      const next = journeyModel(required(answer, "customer").journey);
      if (next === null) {
        throw answer.failures[0];
      }
      this.#later = withMore(events, next);
    });
  }

  events() {
    return this.#later ?? this.card.value.journey;
  }
}

export function journeyPart(model, journey) {
  const told = journey.events();
  if (told === null) {
    return html`<p class="notice warn">${t("customer.journey.missing")}</p>`;
  }
  if (told.events.length === 0) {
    return empty(t("customer.journey.empty"), t("customer.journey.advice"));
  }
  return html`<ol class="journey">
      ${told.events.map(entry)}
    </ol>
    ${refused(journey.more.failure)}
    ${told.more ? html`<button type="button" ?disabled=${journey.more.busy} @click=${() => journey.more.run()}>${t("customer.journey.more")}</button>` : nothing}`;
}

function entry(event) {
  return html`<li>
    <time datetime=${event.time}>${dateTime(event.time)}</time>
    <span>
      <strong>${event.event ? named("event", event.event) : named("call", event.type)}</strong>
      ${details(event)}
    </span>
    <small>${list([event.channel, event.device.type].filter(Boolean).map((value) => named("value", value)))}</small>
  </li>`;
}

function details({ products, order, page, failureReason }) {
  const words = [
    ...products.map(product),
    ...(order.revenue ? [t("customer.journey.sum", { sum: money(order.revenue) })] : []),
    ...(failureReason ? [failureReason] : []),
    ...(products.length === 0 && page.path ? [page.path] : []),
  ];
  return words.length === 0 ? nothing : html`<span class="muted">${words.join(", ")}</span>`;
}

function product({ name, quantity, price }) {
  const pieces = quantity > 1 ? `${number(quantity)} × ` : "";
  return `${pieces}${name ?? t("word.product")}${price ? ` ${money(price)}` : ""}`;
}
