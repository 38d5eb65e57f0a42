// Launching, holding and ending a campaign; what cannot be taken back is asked for twice.

import { html, nothing } from "../../lib/lit-html/lit-html.js";
import { change } from "../../core/ask.js";
import { t } from "../../core/language.js";
import { holder } from "../../core/session.js";
import { dialog } from "../../parts/dialog.js";
import { refused } from "../../parts/states.js";
import { END, LAUNCH, PAUSE } from "./documents.js";

const CHANGES = { launch: [LAUNCH, "launchCampaign"], pause: [PAUSE, "pauseCampaign"], end: [END, "endCampaign"] };
const POSSIBLE = { DRAFT: ["launch", "end"], RUNNING: ["pause", "end"], PAUSED: ["launch", "end"], ENDED: [] };
const LOOKS = { launch: "main", pause: "", end: "danger" };

export class Steering {
  #page;

  constructor(page, id, campaign) {
    this.#page = page;
    this.asked = null;
    this.turn = page.action(async (what) => {
      const [document, field] = CHANGES[what];
      await change(document, { id }, field);
      this.asked = null;
      await campaign.refresh();
    });
  }

  ask(what) {
    this.asked = what;
    this.turn.forget();
    this.#page.update();
  }
}

export function steeringPart(model, steering) {
  if (!holder()?.writes) {
    return html`<p class="hint">${t("campaign.readOnly")}</p>`;
  }
  return html`<div class="buttons">
      ${POSSIBLE[model.state].map(
        (what) => html`<button type="button" class=${LOOKS[what]} ?disabled=${what === "launch" && model.problems.length > 0} @click=${() => steering.ask(what)}>
          ${t(`campaign.${what}`)}
        </button>`,
      )}
    </div>
    ${steering.asked ? question(model, steering) : nothing}`;
}

function question(model, steering) {
  const what = steering.asked;
  return dialog({
    title: t(`campaign.${what}`),
    close: () => steering.ask(null),
    body: html`<p>${t(`campaign.${what}.sure`, { name: model.name })}</p>
      ${what === "launch" && !model.goesOut ? html`<p class="notice warn">${t("campaign.launch.stopped")}</p>` : nothing}
      ${refused(steering.turn.failure)}
      <div class="buttons">
        <button type="button" class=${LOOKS[what]} ?disabled=${steering.turn.busy} @click=${() => steering.turn.run(what)}>${t(`campaign.${what}`)}</button>
        <button type="button" @click=${(event) => event.target.closest("dialog").close()}>${t("dialog.cancel")}</button>
      </div>`,
  });
}
