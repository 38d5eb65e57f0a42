// How something looks while it is loaded, when it is empty and when it failed.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { isNamed, named, t } from "../core/language.js";
import { icon } from "./icons.js";

/**
 * A resource in its phase.
 *
 * @param {import("../core/resource.js").Resource} resource
 * @param {(value: object) => unknown} ready draws the value
 * @param {number} lines how tall the skeleton is
 */
export function shown(resource, ready, lines = 4) {
  switch (resource.phase) {
    case "loading":
      return skeleton(lines);
    case "failed":
      return failed(resource.failure, () => resource.reload());
    default:
      return ready(resource.value);
  }
}

/** Grey lines in the place of what comes. */
export function skeleton(lines) {
  return html`<div class="skeleton" role="status">
    <span class="unseen">${t("state.loading")}</span>
    ${Array.from({ length: lines }, () => html`<span class="bone"></span>`)}
  </div>`;
}

/** What failed, why, and a way to try again. */
export function failed(failure, again) {
  return html`<div class="notice bad" role="alert">
    <p><strong>${explained(failure)}</strong></p>
    ${detail(failure)}
    ${again ? html`<button type="button" @click=${again}>${icon("retry")} ${t("state.retry")}</button>` : nothing}
  </div>`;
}

/** Failures of an action, each with the field that it is about. */
export function refused(failure) {
  if (failure === null) {
    return nothing;
  }
  return html`<div class="notice bad" role="alert">
    ${(failure.all ?? [failure]).map((one) => html`<p><strong>${explained(one)}</strong></p>${detail(one)}`)}
  </div>`;
}

/** What was answered although some of it failed. */
export function partly(failures) {
  if (failures.length === 0) {
    return nothing;
  }
  return html`<div class="notice warn" role="status">
    <p><strong>${t("state.partly")}</strong></p>
    ${failures.slice(0, 3).map((failure) => detail(failure))}
  </div>`;
}

/** Nothing to show, and what to do about it. */
export function empty(title, advice, way = nothing) {
  return html`<div class="empty">
    <p><strong>${title}</strong></p>
    <p>${advice}</p>
    ${way}
  </div>`;
}

function explained(failure) {
  return isNamed("failure", failure.code) ? named("failure", failure.code) : failure.message;
}

function detail(failure) {
  const message = isNamed("failure", failure.code) && failure.message ? html`– <span>${failure.message}</span>` : nothing;
  return html`<p class="detail">
    <code>${failure.code}</code>${failure.service ? html` · ${failure.service}` : nothing}${failure.field
      ? html` · <code>${failure.field}</code>`
      : nothing}
    ${message}
  </p>`;
}
