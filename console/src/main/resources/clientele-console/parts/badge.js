// A word on a coloured ground; the word says all that the colour says.

import { html } from "../lib/lit-html/lit-html.js";
import { named } from "../core/language.js";

const TONES = {
  LOYAL: "good", GROWING: "calm", AT_RISK_HIGH_VALUE: "bad", POTENTIAL_CHURN: "warn", NONE: "plain",
  HIGH: "bad", MEDIUM: "warn", LOW: "calm",
  RUNNING: "good", PAUSED: "warn", DRAFT: "plain", ENDED: "plain",
  SENT: "good", CONTROL: "calm", HELD_OUT: "plain", SUPPRESSED: "warn",
  DELIVERED: "good", OPENED: "good", CLICKED: "good", BOUNCED: "bad", FAILED: "bad", DEAD: "bad", QUEUED: "calm",
  USABLE: "good", REDEEMED: "calm", EXPIRED: "plain", TEST: "calm",
};

/** A name of an enum, in the operator's words. */
export function badge(group, name) {
  return html`<span class="badge ${TONES[name] ?? "plain"}">${named(group, name)}</span>`;
}

/** Something that people named. */
export function chip(words) {
  return html`<span class="chip">${words}</span>`;
}
