// From the form of a new campaign to GraphQL's input.

import { required } from "../../core/ask.js";

export const TRIGGERS = ["schedule", "segmentEntered", "event"];
export const CHANNELS = ["INBOX", "POPUP", "EMAIL"];
export const DELAYS = ["", "PT30M", "PT1H", "P1D", "P3D", "P7D"];
export const GOAL_WINDOWS = ["P1D", "P3D", "P7D", "P14D", "P30D"];

/** What there is to choose from, and the ids that are other campaigns'. */
export function choicesModel(answer) {
  return { segments: required(answer, "segments"), taken: new Set(required(answer, "campaigns").map(({ id }) => id)) };
}

/** Tomorrow at ten, as a local date and time. */
export function usualTime(now = new Date()) {
  const tomorrow = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  const two = (value) => String(value).padStart(2, "0");
  return `${tomorrow.getFullYear()}-${two(tomorrow.getMonth() + 1)}-${two(tomorrow.getDate())}T10:00`;
}

/**
 * The input of `saveCampaign`.
 *
 * @param {FormData} form
 * @param {string} key the same for each time that the same form is sent
 */
export function campaignInput(form, key) {
  const text = (name) => (form.get(name) ?? "").trim();
  return {
    key,
    id: text("id"),
    name: text("name"),
    ...given("audience", text("segment") === "" ? null : { segment: text("segment") }),
    trigger: triggerOf(text),
    ...given("delay", text("delay")),
    ...given("until", text("until") === "" ? null : [{ event: text("until") }]),
    variants: [{ name: "a", channel: text("channel"), body: text("body"), ...given("subject", text("subject")), ...given("link", text("link")) }],
    control: Number(text("control")) / 100,
    goal: { event: { event: text("goal") }, within: text("within") },
  };
}

function triggerOf(text) {
  switch (text("trigger")) {
    case "event":
      return { event: { event: text("event") } };
    case "segmentEntered":
      return { segmentEntered: text("segment") };
    default:
      return { schedule: { at: text("at"), every: "ONCE", zone: text("zone") } };
  }
}

/** What was left empty is not sent: the platform's own default stands. */
function given(name, value) {
  return value === null || value === "" ? {} : { [name]: value };
}
