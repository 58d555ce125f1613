import { localPath } from "#lib/accounts/local-path.ts";

const LONGEST = 300;

/** Where a reader pressed a heart: a path on this site, or null when what came is none. */
export function wayBack(value: unknown): string | null {
  const path = localPath(value);
  return path !== null && path.length <= LONGEST ? path.replace(/#.*/, "") : null;
}

/** The same from a Referer, which has to be of this very host. */
export function wayBackFromReferer(referer: string | null, host: string | null): string | null {
  if (referer === null || !URL.canParse(referer)) return null;
  const url = new URL(referer);
  return url.host === host ? wayBack(url.pathname + url.search) : null;
}
