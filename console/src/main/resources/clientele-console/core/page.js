// What a view gets: its address, and ways to ask, to act and to be drawn again. All of it ends with the page.

import { Action } from "./action.js";
import { Resource } from "./resource.js";
import { go, to } from "./router.js";

export class Page {
  #shell;
  #endings = [];

  constructor({ route, params, query, path }, shell) {
    this.route = route;
    this.params = params;
    this.query = query;
    this.path = path;
    this.#shell = shell;
  }

  /** Draws again. */
  update() {
    this.#shell.update();
  }

  /** Asks for something now. */
  resource(load) {
    const resource = new Resource(load, (failure) => this.#heard(failure));
    this.#endings.push(() => resource.close());
    return resource;
  }

  /** Something that the operator can do. */
  action(run) {
    return new Action(run, (failure) => this.#heard(failure));
  }

  /** Does something again and again while the page is open and in sight. */
  every(milliseconds, task) {
    const timer = setInterval(() => document.hidden || task(), milliseconds);
    this.#endings.push(() => clearInterval(timer));
  }

  /** The same view with other parameters; those given as null are left out. */
  goWith(changes) {
    go(this.#addressWith(changes));
  }

  /** Notes parameters in the address of what is shown already, without opening it anew. */
  note(changes) {
    history.replaceState(null, "", this.#addressWith(changes));
    Object.entries(changes).forEach(([name, value]) => this.query.set(name, value));
  }

  #addressWith(changes) {
    const query = { ...Object.fromEntries(this.query), ...changes };
    return to(...this.path.split("/").filter((part) => part !== "").map(decodeURIComponent), query);
  }

  close() {
    this.#endings.forEach((end) => end());
  }

  #heard(failure) {
    if (failure?.code === "UNAUTHENTICATED") {
      this.#shell.refused();
    } else {
      this.update();
    }
  }
}
