// The words of the console in the operator's language.

import en from "../words/en.js";
import zh from "../words/zh.js";

const KEY = "clientele.language";
const WORDS = { en, zh };
const LOCALES = { en: "en-GB", zh: "zh-CN" };

let current = localStorage.getItem(KEY) ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
if (!(current in WORDS)) {
  current = "en";
}
document.documentElement.lang = LOCALES[current];

/** "en" or "zh". */
export function language() {
  return current;
}

/** The language as GraphQL's enum. */
export function graphqlLanguage() {
  return current.toUpperCase();
}

export function locale() {
  return LOCALES[current];
}

export function useLanguage(next) {
  current = next;
  localStorage.setItem(KEY, next);
  document.documentElement.lang = LOCALES[next];
}

/**
 * The words for a key, with {names} replaced by values. Words may differ by number: then they are an object by plural
 * category, chosen by the value `count`, and `{n}` is how it is shown.
 */
export function t(key, values = {}) {
  const words = WORDS[current][key];
  if (words === undefined) {
    throw new Error(`no words for ${key}`);
  }
  const text = typeof words === "string" ? words : (words[new Intl.PluralRules(locale()).select(values.count)] ?? words.other);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** The words for a name that services may add to, such as an event or a code: as it is, if there are none. */
export function named(group, name) {
  return WORDS[current][`${group}.${name}`] ?? name;
}

/** Whether there are words for such a name. */
export function isNamed(group, name) {
  return `${group}.${name}` in WORDS[current];
}
