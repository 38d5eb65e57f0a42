// The one way to the data: the gateway's public GraphQL.

import { token } from "./session.js";

const PATIENCE_MS = 60_000;

/** Why something was not answered: a stable code, words for people, and where it applies the service and the input at fault. */
export class AskFailure extends Error {
  constructor(code, message, details = {}) {
    super(message);
    this.code = code;
    this.service = details.service ?? null;
    this.field = details.field ?? null;
  }
}

/**
 * Asks the gateway.
 *
 * @returns {Promise<{data: object, failures: AskFailure[]}>} what was answered, and what of it failed
 * @throws AskFailure if nothing at all was answered
 */
export async function ask(document, variables = {}, signal = undefined) {
  const response = await post({ query: document, variables }, signal);
  const answer = await json(response);
  if (answer.error) {
    throw new AskFailure(answer.error.code, answer.error.message);
  }
  const failures = (answer.errors ?? []).map(failureOf);
  if (answer.data === null || answer.data === undefined) {
    throw failures[0] ?? new AskFailure("MALFORMED_ANSWER", `HTTP ${response.status}`);
  }
  return { data: answer.data, failures };
}

/** The field of an answer that a view cannot be without; null only if the answer says so without an error. */
export function required({ data, failures }, field) {
  const value = data[field];
  if (value === null && failures.length > 0) {
    throw failures[0];
  }
  return value;
}

/** Asks for a change and returns the field; any failure is thrown, with all of them in `all`. */
export async function change(document, variables, field) {
  const { data, failures } = await ask(document, variables);
  if (failures.length > 0) {
    failures[0].all = failures;
    throw failures[0];
  }
  return data[field];
}

/** A key by which the services know a repetition of the same change. */
export function newKey() {
  return crypto.randomUUID();
}

async function post(body, signal) {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    return await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", ...authorization() },
      body: JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
  } catch (fault) {
    if (signal?.aborted) {
      throw fault; // nobody waits for it any more
    }
    throw new AskFailure(patience.aborted ? "TIMEOUT" : "NETWORK", fault.message);
  }
}

function authorization() {
  const held = token();
  return held ? { Authorization: `Bearer ${held}` } : {};
}

async function json(response) {
  try {
    return await response.json();
  } catch (fault) {
    throw new AskFailure(response.status === 401 ? "UNAUTHENTICATED" : "MALFORMED_ANSWER", `HTTP ${response.status}: ${fault.message}`);
  }
}

function failureOf(error) {
  const extensions = error.extensions ?? {};
  return new AskFailure(extensions.code ?? "INTERNAL", error.message, extensions);
}
