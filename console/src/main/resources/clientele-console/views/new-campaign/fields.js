// The parts of the form for a new campaign.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { live } from "../../lib/lit-html/directives/live.js";
import { named, t } from "../../core/language.js";
import { freeSlug } from "../../parts/slug.js";
import { EVENTS } from "../funnel/question.js";
import { CHANNELS, DELAYS, GOAL_WINDOWS, TRIGGERS, usualTime } from "./model.js";

/** Until something else is typed, name and id follow from the segment. */
export function naming({ segments, taken }, { segment, trigger }, set) {
  const chosen = segments.find((one) => one.id === segment);
  return html`<div class="stack">
    <label class="stacked">
      ${t("word.segment")}
      <select name="segment" ?required=${trigger !== "event"} @change=${(event) => set({ segment: event.target.value })}>
        <option value="" .selected=${live(segment === "")}>${t(trigger === "event" ? "campaigns.everybody" : "new.segment.choose")}</option>
        ${segments.map((one) => html`<option value=${one.id} .selected=${live(one.id === segment)}>${one.name}</option>`)}
      </select>
    </label>
    <label class="stacked">${t("word.name")} <input name="name" required maxlength="200" value=${chosen ? t("new.usualName", { segment: chosen.name }) : ""} /></label>
    <label class="stacked">
      ${t("word.id")}
      <input name="id" required maxlength="64" pattern="[a-z0-9_\\-]+" value=${chosen ? freeSlug(`for-${chosen.id}`, taken) : ""} aria-describedby="id-hint" />
    </label>
    <p class="hint" id="id-hint">${t("id.hint")}</p>
  </div>`;
}

export function when({ trigger }, set) {
  return html`<div class="stack">
    <label class="stacked">
      ${t("new.trigger")}
      <select name="trigger" @change=${(event) => set({ trigger: event.target.value })}>
        ${TRIGGERS.map((name) => html`<option value=${name} .selected=${live(name === trigger)}>${t(`trigger.${name}`)}</option>`)}
      </select>
    </label>
    ${triggerFields(trigger)}
    <label class="stacked">${t("new.delay")} ${durations("delay", DELAYS, "")}</label>
    <label class="stacked">${t("new.until")} <input name="until" list="events" value=${trigger === "event" ? "Order Completed" : ""} aria-describedby="until-hint" /></label>
    <p class="hint" id="until-hint">${t("new.until.hint")}</p>
    <datalist id="events">${EVENTS.map((event) => html`<option value=${event}>${named("event", event)}</option>`)}</datalist>
  </div>`;
}

function triggerFields(trigger) {
  switch (trigger) {
    case "event":
      return html`<label class="stacked">${t("new.event")} <input name="event" list="events" required value="Product Added" /></label>`;
    case "schedule":
      return html`<label class="stacked">${t("new.at")} <input type="datetime-local" name="at" required value=${usualTime()} /></label>
        <label class="stacked">
          ${t("new.zone")}
          <select name="zone">
            ${["CUSTOMER", "SHOP"].map((zone) => html`<option value=${zone}>${t(`zone.${zone}`)}</option>`)}
          </select>
        </label>`;
    default:
      return nothing;
  }
}

export function message() {
  return html`<div class="stack">
    <label class="stacked">
      ${t("new.channel")}
      <select name="channel">
        ${CHANNELS.map((channel) => html`<option value=${channel}>${named("channel", channel)}</option>`)}
      </select>
    </label>
    <label class="stacked">${t("new.subject")} <input name="subject" maxlength="200" value=${t("new.subject.usual")} /></label>
    <label class="stacked">${t("new.body")} <textarea name="body" rows="4" required maxlength="20000" aria-describedby="body-hint" .defaultValue=${t("new.body.usual")}></textarea></label>
    <p class="hint" id="body-hint">${t("new.body.hint")} <code>{{ customer.first_name }}</code></p>
    <label class="stacked">${t("new.link")} <input name="link" type="text" maxlength="2000" placeholder="https://" /></label>
  </div>`;
}

export function measure() {
  return html`<div class="stack">
    <label class="stacked">${t("new.goal")} <input name="goal" list="events" required value="Order Completed" /></label>
    <label class="stacked">${t("new.within")} ${durations("within", GOAL_WINDOWS, "P7D")}</label>
    <label class="stacked">${t("new.control")} <input name="control" type="number" min="0" max="90" step="1" required value="10" aria-describedby="control-hint" /></label>
    <p class="hint" id="control-hint">${t("new.control.hint")}</p>
  </div>`;
}

function durations(name, lengths, usual) {
  return html`<select name=${name}>
    ${lengths.map((length) => html`<option value=${length} ?selected=${length === usual}>${length === "" ? t("new.delay.none") : named("window", length)}</option>`)}
  </select>`;
}
