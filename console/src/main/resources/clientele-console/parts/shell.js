// What is around every view: navigation, language, who is signed in.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { t } from "../core/language.js";
import { to } from "../core/router.js";
import { holder } from "../core/session.js";
import { MENU } from "../routes.js";
import { icon } from "./icons.js";
import { languageChoice } from "./language-choice.js";

export function shell({ page, signOut, language, choose }) {
  return html`
    <a class="skip" href="#content" @click=${skip}>${t("shell.skip")}</a>
    <div class="shell">
      <header class="side">
        <a class="brand" href=${to("overview")}><img src="/console/icon.svg" alt="" width="28" height="28" /> Clientele</a>
        <nav aria-label=${t("shell.navigation")}>
          <ul>
            ${MENU.map((name) => entry(name, page.route.menu === name))}
          </ul>
        </nav>
        <div class="who">
          ${whoIs()} ${languageChoice(language, choose)}
          <button type="button" class="quiet" @click=${signOut}>${icon("leave")} ${t("shell.leave")}</button>
        </div>
      </header>
      <main id="content" tabindex="-1">
        <div class="heading">
          <div>
            ${page.view.back ? html`<a class="back" href=${page.view.back().address}>${icon("back")} ${page.view.back().words}</a>` : nothing}
            <h1 tabindex="-1">${page.view.title()}</h1>
            ${page.view.lead ? html`<p class="lead">${page.view.lead()}</p>` : nothing}
          </div>
          ${page.view.tools ? html`<div class="tools">${page.view.tools()}</div>` : nothing}
        </div>
        ${page.view.body()}
      </main>
    </div>
  `;
}

function entry(name, current) {
  return html`<li>
    <a href=${to(name)} aria-current=${current ? "page" : nothing}>${icon(name)} <span>${t(`nav.${name}`)}</span></a>
  </li>`;
}

function whoIs() {
  const held = holder();
  if (held === null) {
    return nothing;
  }
  return html`<p class="holder">
    <strong>${held.name}</strong>
    <span>${held.writes ? t("shell.writes") : t("shell.reads")}</span>
  </p>`;
}

/** The fragment is the router's: the link moves the focus by itself. */
function skip(event) {
  event.preventDefault();
  document.getElementById("content").focus();
}
