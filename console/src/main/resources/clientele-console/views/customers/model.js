// Between the address of the list, its question and its answer.

import { required } from "../../core/ask.js";

export const ORDERS = ["LAST_SEEN", "REVENUE", "MONETARY", "VALUE_AT_RISK", "ID"];
export const FILTERS = {
  tier: { field: "value_tier", values: ["LOYAL", "GROWING", "AT_RISK_HIGH_VALUE", "POTENTIAL_CHURN", "NONE"] },
  stage: { field: "lifecycle", values: ["NEW", "POTENTIAL", "INTENT", "ACTIVE", "LOYAL", "DORMANT"] },
  risk: { field: "risk", values: ["HIGH", "MEDIUM", "LOW", "NONE"] },
};
const PAGE = 25;

/** The variables of the question that an address stands for. */
export function questionOf(query) {
  const backwards = query.has("before");
  return {
    first: backwards ? null : PAGE,
    after: query.get("after"),
    last: backwards ? PAGE : null,
    before: query.get("before"),
    filter: conditionOf(query),
    order: ORDERS.includes(query.get("order")) ? query.get("order") : ORDERS[0],
  };
}

function conditionOf(query) {
  const all = [
    ...Object.entries(FILTERS).filter(([name]) => query.has(name)).map(([name, { field }]) => equals(field, query.get(name).toLowerCase())),
    ...["r", "f"].filter((name) => query.has(name)).map((name) => equals(`${name}_score`, query.get(name))),
    ...(query.has("segment") ? [{ segment: query.get("segment") }] : []),
  ];
  return all.length === 0 ? null : all.length === 1 ? all[0] : { and: all };
}

function equals(field, value) {
  return { customer: { field, operator: "ANY_OF", values: [value] } };
}

/** Whether an address narrows the list. */
export function isNarrowed(query) {
  return conditionOf(query) !== null;
}

export function customersModel(answer) {
  const { totalCount, pageInfo, edges } = required(answer, "customers");
  return { count: totalCount, page: pageInfo, customers: edges.map((edge) => edge.node), failures: answer.failures };
}
