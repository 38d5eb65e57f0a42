// The form for a token.

import { html, nothing } from "../lib/lit-html/lit-html.js";
import { t } from "../core/language.js";
import { looksLikeToken } from "../core/session.js";
import { languageChoice } from "./language-choice.js";

let refusal = null;

/** @param {{notice: string|null, enter: (token: string) => void}} how why it is shown, and what takes the token */
export function signIn({ notice, enter, language, choose }) {
  const submit = (event) => {
    event.preventDefault();
    const text = event.target.elements.token.value;
    refusal = looksLikeToken(text) ? null : "signin.malformed";
    if (refusal === null) {
      enter(text);
    } else {
      event.target.querySelector("#refusal").textContent = t(refusal);
      event.target.elements.token.focus();
    }
  };
  return html`
    <main class="signin">
      <div class="brand"><img src="/console/icon.svg" alt="" width="36" height="36" /> Clientele</div>
      <h1 tabindex="-1">${t("signin.title")}</h1>
      ${notice ? html`<p class="notice warn" role="alert">${t(`signin.${notice}`)}</p>` : nothing}
      <p>${t("signin.lead")}</p>
      <form @submit=${submit}>
        <label for="token">${t("signin.token")}</label>
        <textarea id="token" name="token" rows="5" required autocomplete="off" spellcheck="false" aria-describedby="how refusal"></textarea>
        <p class="hint" id="how">${t("signin.how")} <code>./clientele token marketer</code></p>
        <p class="problem" id="refusal" role="alert"></p>
        <button type="submit" class="main">${t("signin.enter")}</button>
      </form>
      ${languageChoice(language, choose)}
    </main>
  `;
}
