// A list that is loaded page by page, the newest first, and more on demand.

/** What a connection of GraphQL answers: its rows, and where the next page begins, null on the last one. Without a connection there is nothing. */
export function pageOf(connection) {
  if (!connection) {
    return { rows: [], next: null };
  }
  return { rows: connection.edges.map((edge) => edge.node), next: connection.pageInfo.hasNextPage ? connection.pageInfo.endCursor : null };
}

export class Pages {
  #load;
  #isFirst = true;

  /** @param {(after: string|null, signal: AbortSignal) => Promise<{rows: object[], next: string|null}>} load */
  constructor(page, load) {
    this.#load = load;
    this.list = page.resource((signal) => this.#load(null, signal));
    this.more = page.action(() => this.#append());
  }

  async #append() {
    this.#isFirst = false;
    this.list.close(); // the first page, asked for anew meanwhile, would not fit those after it
    const { rows, next } = this.list.value;
    const later = await this.#load(next, undefined);
    this.list.value = { rows: [...rows, ...later.rows], next: later.next };
  }

  /** Whether there is nothing, as far as is known by now. */
  isEmpty() {
    return (this.list.value?.rows ?? []).length === 0;
  }

  /** Asks for the first page anew, as long as nobody has asked for more: what somebody reads does not move. */
  follow() {
    if (this.#isFirst && this.list.phase === "ready") {
      this.list.refresh({ quietly: true });
    }
  }
}
