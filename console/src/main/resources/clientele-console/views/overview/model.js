// From the answers of the overview to what it shows.

import { required } from "../../core/ask.js";

/** The figures of a period beside those of the one before. */
export function salesModel(answer) {
  const now = required(answer, "now");
  const before = answer.data.before;
  return {
    isEmpty: now.orders === 0,
    eventsWithoutOrder: now.eventsWithoutOrder,
    orders: counted(now.orders, before?.orders),
    customers: counted(now.customers, before?.customers),
    revenue: amounts(now.revenue, before?.revenue),
    averageOrderValue: amounts(now.averageOrderValue, before?.averageOrderValue),
    failures: answer.failures,
  };
}

function counted(value, earlier) {
  return { value, change: change(value, earlier) };
}

/** Currencies are compared one by one, never added. */
function amounts(values, earlier = []) {
  return values.map((value) => ({
    value,
    change: change(value.amount, earlier.find((other) => other.currency === value.currency)?.amount),
  }));
}

function change(value, earlier) {
  return earlier ? value / earlier - 1 : null;
}

export function trafficModel(answer) {
  const traffic = required(answer, "traffic");
  return { ...traffic, isEmpty: traffic.total.pageViews === 0 && traffic.total.sessions === 0 };
}

export function funnelModel(answer) {
  const { steps } = required(answer, "funnel");
  return { steps, isEmpty: steps.length === 0 || steps[0].count === 0 };
}

export function customersModel(answer) {
  const tiers = required(answer, "valueTiers");
  const stages = required(answer, "lifecycle");
  const sum = tiers.reduce((all, tier) => all + tier.portion.customers, 0);
  return {
    isEmpty: sum === 0,
    tiers: tiers.map(({ tier, portion }) => ({ name: tier, ...portion })),
    stages: stages.map(({ stage, portion }) => ({ name: stage, ...portion })),
  };
}

export function risksModel(answer) {
  const watch = required(answer, "churnWatch");
  return { count: watch.totalCount, customers: watch.edges.map((edge) => edge.node) };
}
