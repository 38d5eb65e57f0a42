// Who asks: a token that was pasted or handed over in the address, kept for this tab only.

const KEY = "clientele.token";

/** Takes a token out of the fragment `#token=…`, so that it stays in no address bar, history or bookmark. */
export function takeTokenFromAddress() {
  const found = /^#token=([^&]+)/.exec(location.hash);
  if (found) {
    keepToken(decodeURIComponent(found[1]));
    history.replaceState(null, "", `${location.pathname}${location.search}#/overview`);
  }
}

/** Keeps a token until the tab is closed. */
export function keepToken(token) {
  sessionStorage.setItem(KEY, token.trim());
}

export function forgetToken() {
  sessionStorage.removeItem(KEY);
}

/** The token as it was given, or null. */
export function token() {
  return sessionStorage.getItem(KEY);
}

/**
 * What the token says of its holder, for display only: the services decide by the token itself.
 * Null for what is no JWT.
 */
export function holder() {
  const claims = claimsOf(token());
  if (claims === null) {
    return null;
  }
  const roles = Array.isArray(claims.groups) ? claims.groups : [];
  return { name: claims.upn ?? claims.sub ?? "", roles, writes: roles.includes("marketer") || roles.includes("admin") };
}

/** Whether a text has the form of a JWT. */
export function looksLikeToken(text) {
  return claimsOf(text.trim()) !== null;
}

function claimsOf(text) {
  const parts = (text ?? "").split(".");
  if (parts.length !== 3) {
    return null;
  }
  try {
    const bytes = Uint8Array.from(atob(parts[1].replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return claims !== null && typeof claims === "object" ? claims : null;
  } catch {
    return null; // no JWT: the caller says so
  }
}
