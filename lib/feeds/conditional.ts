import { LRUCache } from "lru-cache";
import { isAmong } from "#lib/answers.ts";

type Version = { etag: string; at: number };

/** So many feeds are remembered; of the others, the date begins anew. */
const versions = new LRUCache<string, Version>({ max: 2_000 });

/**
 * When a document became what it is, in whole seconds, as far as this process saw. Each version of a
 * document has a date of its own, later than the one before: a story that was taken down has no date
 * in it, and must all the same be gone for whoever asks by date.
 */
export function lastModified(path: string, etag: string, now = Date.now()): Date {
  const known = versions.get(path);
  if (known?.etag === etag) return new Date(known.at);
  const second = Math.floor(now / 1000) * 1000;
  const at = known ? Math.max(second, known.at + 1000) : second;
  versions.set(path, { etag, at });
  return new Date(at);
}

/**
 * Whether whoever asks has this version (RFC 9110, 13.2.2: a date counts only without an ETag). Only
 * the very date counts: another process may have begun another version within the same minute.
 */
export function hasVersion(headers: Headers, etag: string, modified: Date): boolean {
  const tags = headers.get("if-none-match");
  if (tags !== null) return isAmong(tags, etag);
  const since = headers.get("if-modified-since");
  return since !== null && Date.parse(since) === modified.getTime();
}
