import { localized, readLocale } from "#lib/locale.ts";

// Only for resolving: no request ever goes there.
const here = "http://here.invalid";

/**
 * A path on this site, normalised, or null. After signing in people are sent to a path that came
 * with the request; it must never lead to another site, whatever a browser makes of slashes,
 * backslashes and control characters.
 */
export function localPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 1000) return null;
  if (!value.startsWith("/") || /[\\\p{Cc}\p{Cs}]/u.test(value)) return null;
  if (!URL.canParse(value, here)) return null;
  const url = new URL(value, here);
  // "//host" names a host, and so does what "/.//host" is normalised to; or "/es//host", once the
  // language is taken off.
  if (url.origin !== here || url.pathname.includes("//")) return null;
  return url.pathname + url.search + url.hash;
}

/**
 * Where a page that is shown on the way leads on to, as its address says, or null. In the page's own
 * language: whoever changed it on the way goes on in that one.
 */
export function wayOnOf(next: unknown): string | null {
  const path = localPath(next);
  return path && localized(readLocale(path).path);
}

/** `path` with a query of those values that are there. */
export function withQuery(path: string, values: Record<string, string | null | undefined>): string {
  const given = Object.entries(values).filter((each): each is [string, string] => Boolean(each[1]));
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

/** Where one signs in first, to come back to `path`. Its slashes may stand in a query as they are. */
export function signInTo(path: string): string {
  const next = encodeURIComponent(localized(path)).replaceAll("%2F", "/");
  return localized(`/sign-in?next=${next}`);
}
