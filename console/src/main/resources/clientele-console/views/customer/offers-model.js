// From the answer about offers to the two parts that show it.

import { required } from "../../core/ask.js";

/** Coupons and messages, each its own value or its own failure. */
export function offersModel(answer) {
  const customer = required(answer, "customer") ?? { offers: [], inbox: [] };
  return { offers: partOf(customer.offers, answer.failures), inbox: partOf(customer.inbox, answer.failures) };
}

function partOf(value, failures) {
  return value === null ? { failure: failures[0] } : { value };
}
