// What can be made of a playbook, and GraphQL's input for it.

import { required } from "../../core/ask.js";

/** With a segment those that need one come first: they say nothing of whom they are for. */
export function choicesModel(answer, segment) {
  const playbooks = required(answer, "playbooks");
  const fitting = segment === "" ? playbooks.filter((one) => !one.needsSegment) : playbooks.toSorted((one, other) => other.needsSegment - one.needsSegment);
  // A draft and its benefit have one id.
  const taken = new Set([...required(answer, "campaigns"), ...required(answer, "benefits")].map(({ id }) => id));
  return { playbooks, segments: required(answer, "segments"), taken, usual: fitting[0] ?? playbooks[0] ?? null };
}

/**
 * The input of the mutation; values as the playbook has them are not sent.
 *
 * @param {FormData} form
 * @param {string} key the same for each time that the same form is sent
 */
export function playbookInput(form, playbook, key) {
  const text = (name) => (form.get(name) ?? "").trim();
  const parameters = playbook.parameters
    .map((parameter) => ({ name: parameter.name, value: text(`p-${parameter.name}`), usual: parameter.default }))
    .filter(({ value, usual }) => value !== usual)
    .map(({ name, value }) => ({ name, value }));
  return { key, playbook: playbook.id, id: text("id"), name: text("name"), parameters, ...(text("segment") === "" ? {} : { segment: text("segment") }) };
}
