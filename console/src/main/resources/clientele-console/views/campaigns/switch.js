// The switch that stops everything that is sent. Both ways are asked for twice.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { change } from "../../core/ask.js";
import { t } from "../../core/language.js";
import { holder } from "../../core/session.js";
import { dialog } from "../../parts/dialog.js";
import { refused } from "../../parts/states.js";
import { SET_SENDING } from "./documents.js";

export class Switch {
  #page;

  constructor(page, list) {
    this.#page = page;
    this.asking = false;
    this.turn = page.action(async (stopped) => {
      await change(SET_SENDING, { stopped }, "setSending");
      this.asking = false;
      await list.refresh();
    });
  }

  ask(asking) {
    this.asking = asking;
    this.turn.forget();
    this.#page.update();
  }
}

export function switchPart(stopped, control) {
  return html`<section class="notice switch ${stopped ? "bad" : "good"}" aria-label=${t("switch.title")}>
    <p><strong>${t(stopped ? "switch.stopped" : "switch.running")}</strong> ${t(stopped ? "switch.stopped.hint" : "switch.running.hint")}</p>
    ${holder()?.writes
      ? html`<button type="button" class=${stopped ? "main" : "danger"} @click=${() => control.ask(true)}>${t(stopped ? "switch.start" : "switch.stop")}</button>`
      : nothing}
    ${control.asking ? question(stopped, control) : nothing}
  </section>`;
}

function question(stopped, control) {
  return dialog({
    title: t(stopped ? "switch.start" : "switch.stop"),
    close: () => control.ask(false),
    body: html`<p>${t(stopped ? "switch.start.sure" : "switch.stop.sure")}</p>
      ${refused(control.turn.failure)}
      <div class="buttons">
        <button type="button" class=${stopped ? "main" : "danger"} ?disabled=${control.turn.busy} @click=${() => control.turn.run(!stopped)}>
          ${t(stopped ? "switch.start" : "switch.stop")}
        </button>
        <button type="button" @click=${(event) => event.target.closest("dialog").close()}>${t("dialog.cancel")}</button>
      </div>`,
  });
}
