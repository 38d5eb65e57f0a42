// From the answer about a customer to the card.

import { required } from "../../core/ask.js";

/** The card; null if nobody is known by the id. What could not be answered is null within it. */
export function customerModel(answer) {
  const customer = required(answer, "customer");
  if (customer === null) {
    return null;
  }
  return {
    ...customer,
    traits: traitsOf(customer.traits),
    place: [customer.place?.city, customer.place?.region, customer.place?.country].filter(Boolean),
    hours: customer.facts?.preferences.hours ?? [],
    journey: journeyModel(customer.journey),
    failures: answer.failures,
  };
}

/** A page of events; null if they could not be told. */
export function journeyModel(journey) {
  return journey === null ? null : { events: journey.edges.map((edge) => edge.node), more: journey.pageInfo.hasNextPage ? journey.pageInfo.endCursor : null };
}

/** Pages of events one after the other. */
export function withMore(journey, next) {
  return { events: [...journey.events, ...next.events], more: next.more };
}

function traitsOf(text) {
  return Object.entries(JSON.parse(text)).map(([name, value]) => ({ name, value: typeof value === "string" ? value : JSON.stringify(value) }));
}
