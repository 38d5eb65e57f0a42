// Ids that people can read: small letters, digits and hyphens.

const LONGEST = 64;

export function slug(words) {
  const id = words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return id.slice(0, LONGEST);
}

/** Such an id that nothing has yet: with a number behind it if need be. */
export function freeSlug(words, taken) {
  const id = slug(words);
  let free = id;
  for (let number = 2; taken.has(free); number++) {
    const suffix = `-${number}`;
    free = id.slice(0, LONGEST - suffix.length) + suffix;
  }
  return free;
}
