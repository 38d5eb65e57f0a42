// What is asked of a funnel, as it stands in the address and as GraphQL wants it.

import { periodOf, range } from "../../core/period.js";

/** Offered; any other name may be typed. */
export const EVENTS = [
  "Page Viewed", "Product Viewed", "Product Added", "Product Removed", "Cart Viewed", "Checkout Started", "Payment Info Entered",
  "Payment Failed", "Order Completed", "Order Cancelled", "Order Refunded", "Signed Up", "Signed In", "Coupon Applied",
];
export const WINDOWS = ["PT30M", "PT1H", "P1D", "P7D", "P14D", "P30D"];
export const FIELDS = ["channel", "device.type", "device.os", "geo.region", "geo.city_tier", "campaign.source", "product.category", "product.brand", "traits.age_band", "traits.gender"];
export const MOST_STEPS = 32;

const USUAL = ["Product Viewed", "Product Added", "Checkout Started", "Order Completed"];

/** @returns {{steps: string[], window: string, by: string, entity: string, period: object}} */
export function questionOf(query) {
  return {
    steps: stepsOf(query.get("steps")),
    window: query.get("window") ?? "P7D",
    by: query.get("by") ?? "",
    entity: query.get("entity") === "SESSION" ? "SESSION" : "CUSTOMER",
    period: periodOf(query),
  };
}

/** The parameters of the address for a question. */
export function addressed({ steps, window, by, entity }) {
  return {
    steps: steps.map((step) => step.replace(/[%,]/g, encodeURIComponent)).join(","),
    window,
    by: by === "" ? null : by,
    entity: entity === "CUSTOMER" ? null : entity,
  };
}

/** The input of `funnel`; without the breakdown that of a drop-off. */
export function input({ steps, window, by, entity, period }) {
  return {
    ...range(period),
    window,
    entity,
    steps: steps.map((event) => ({ event })),
    ...(by === "" ? {} : { breakdown: { field: by, limit: 12 } }),
  };
}

function stepsOf(text) {
  const steps = (text ?? "").split(",").map(decoded).filter((step) => step !== "");
  return steps.length === 0 ? USUAL : steps.slice(0, MOST_STEPS);
}

function decoded(step) {
  try {
    return decodeURIComponent(step).trim();
  } catch {
    return step.trim(); // typed by hand
  }
}
