// Starts the console: the address decides the view, the view asks, the shell shows it.

import { render } from "./lib/lit-html/lit-html.js";
import { language, t, useLanguage } from "./core/language.js";
import { Page } from "./core/page.js";
import { match, to } from "./core/router.js";
import { forgetToken, keepToken, takeTokenFromAddress, token } from "./core/session.js";
import { signIn } from "./parts/sign-in.js";
import { shell } from "./parts/shell.js";
import { ROUTES } from "./routes.js";

const root = document.getElementById("app");
let page = null;
let shown = null; // the pattern of the route on screen
let notice = null; // why the token form is shown
let scheduled = false;

/** Draws once for all changes of a turn. */
function update() {
  if (!scheduled) {
    scheduled = true;
    queueMicrotask(() => {
      scheduled = false;
      draw();
    });
  }
}

function draw() {
  if (page === null) {
    document.title = `${t("signin.title")} – Clientele`;
    render(signIn({ notice, enter, language: language(), choose }), root);
    return;
  }
  document.title = `${page.view.title()} – Clientele`;
  render(shell({ page, signOut: () => leave(null), language: language(), choose }), root);
}

/** Opens the view of the address. A new view gets the focus; the same one with other parameters leaves it where it is. */
function open() {
  page?.close();
  page = null;
  if (token() === null) {
    shown = null;
    update();
    return;
  }
  const found = match(location.hash, ROUTES);
  if (found === null) {
    location.replace(to("overview"));
    return;
  }
  const another = shown !== null && shown !== `${found.route.pattern} ${JSON.stringify(found.params)}`;
  shown = `${found.route.pattern} ${JSON.stringify(found.params)}`;
  page = new Page(found, { update, refused: () => leave("expired") });
  page.view = found.route.view(page);
  draw();
  if (another) {
    window.scrollTo(0, 0);
    root.querySelector("h1")?.focus({ preventScroll: true });
  }
}

function enter(text) {
  keepToken(text);
  notice = null;
  open();
  root.querySelector("h1")?.focus();
}

function leave(why) {
  forgetToken();
  notice = why;
  open();
  draw();
  root.querySelector("#token")?.focus();
}

function choose(next) {
  useLanguage(next);
  open();
  update();
}

window.addEventListener("hashchange", () => {
  takeTokenFromAddress();
  open();
});
takeTokenFromAddress();
open();
