// Views by the fragment of the address: #/customers/ann?period=30d.

/**
 * What an address means.
 *
 * @param {{pattern: string, view: Function}[]} routes a segment that begins with a colon is a parameter
 * @returns {{route: object, params: object, query: URLSearchParams, path: string}|null}
 */
export function match(hash, routes) {
  const [path, search = ""] = hash.replace(/^#/, "").split("?");
  const parts = path.split("/").filter((part) => part !== "");
  for (const route of routes) {
    const params = paramsOf(route.pattern.split("/").filter((part) => part !== ""), parts);
    if (params !== null) {
      return { route, params, query: new URLSearchParams(search), path };
    }
  }
  return null;
}

function paramsOf(pattern, parts) {
  if (pattern.length !== parts.length) {
    return null;
  }
  const params = {};
  for (const [index, expected] of pattern.entries()) {
    if (expected.startsWith(":")) {
      params[expected.slice(1)] = decode(parts[index]);
    } else if (expected !== parts[index]) {
      return null;
    }
  }
  return params;
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // typed by hand, and no escape sequence after all
  }
}

/** The address of a view: `to("customers", id)`, with what is not null of `query`. */
export function to(...steps) {
  const query = typeof steps.at(-1) === "object" ? steps.pop() : {};
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== ""));
  const tail = search.size > 0 ? `?${search}` : "";
  return `#/${steps.map(encodeURIComponent).join("/")}${tail}`;
}

/** Goes to a view. */
export function go(address) {
  location.hash = address;
}
