// The other language, in its own words.

import { html } from "../lib/lit-html/lit-html.js";

export function languageChoice(language, choose) {
  const [other, words, tag] = language === "en" ? ["zh", "中文", "zh-CN"] : ["en", "English", "en-GB"];
  return html`<button type="button" class="quiet" lang=${tag} @click=${() => choose(other)}>${words}</button>`;
}
