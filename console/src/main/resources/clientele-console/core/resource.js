// Something that is asked for and shown in one of three phases.

import { AskFailure } from "./ask.js";

export class Resource {
  #load;
  #changed;
  #running = null;

  /**
   * @param {(signal: AbortSignal) => Promise<object>} load answers the model
   * @param {(failure: AskFailure|null) => void} changed is told of every new phase
   */
  constructor(load, changed) {
    this.#load = load;
    this.#changed = changed;
    this.phase = "loading";
    this.value = null;
    this.failure = null;
    this.reload();
  }

  /** Asks again and shows that it does. */
  async reload() {
    this.phase = "loading";
    await this.refresh();
  }

  /** Asks again and shows the last value meanwhile; a failure leaves it standing if `quietly`. */
  async refresh({ quietly = false } = {}) {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    this.#changed(null);
    try {
      const value = await this.#load(running.signal);
      if (!running.signal.aborted) {
        Object.assign(this, { phase: "ready", value, failure: null });
        this.#changed(null);
      }
    } catch (fault) {
      if (!running.signal.aborted) {
        this.#fail(fault, quietly);
      }
    }
  }

  #fail(fault, quietly) {
    const failure = fault instanceof AskFailure ? fault : new AskFailure("CONSOLE_FAULT", fault.message);
    if (!(fault instanceof AskFailure)) {
      console.error(fault); // a fault of the console itself: its developers want the stack
    }
    if (!quietly || this.phase !== "ready") {
      Object.assign(this, { phase: "failed", failure });
    }
    this.#changed(failure);
  }

  /** Nobody looks any more. */
  close() {
    this.#running?.abort();
  }
}

/** Asks again for what failed, as whatever else failed at that time was answered now. */
export function reloadFailed(...resources) {
  resources.filter((one) => one.phase === "failed").forEach((one) => one.reload());
}
