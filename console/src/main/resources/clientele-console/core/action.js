// Something that the operator does: at one time once, and with its failure to be shown.

import { AskFailure } from "./ask.js";

export class Action {
  #run;
  #changed;

  /** @param {(...args) => Promise<unknown>} run */
  constructor(run, changed) {
    this.#run = run;
    this.#changed = changed;
    this.busy = false;
    this.failure = null;
  }

  /** Does it, unless it is being done. */
  async run(...args) {
    if (this.busy) {
      return;
    }
    this.#set(true, null);
    try {
      await this.#run(...args);
      this.#set(false, null);
    } catch (fault) {
      if (!(fault instanceof AskFailure)) {
        console.error(fault); // a fault of the console itself: its developers want the stack
      }
      this.#set(false, fault instanceof AskFailure ? fault : new AskFailure("CONSOLE_FAULT", fault.message));
    }
  }

  forget() {
    this.#set(false, null);
  }

  #set(busy, failure) {
    this.busy = busy;
    this.failure = failure;
    this.#changed(failure);
  }
}
