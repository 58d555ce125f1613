/** The addresses of lists of stories, whose pages are kept: only what can be one is rendered. */
import { isSlug } from "#lib/calls/slug.ts";
import { feedFiles } from "#lib/feeds/links.ts";
import { hashtagKey, isHashtagKey } from "#lib/finding/hashtags.ts";
import { readHeartCursor } from "#lib/finding/heart-cursor.ts";
import { findRole } from "#lib/finding/roles.ts";
import { readCursor } from "#lib/pagination.ts";

/** What the key of a list can be, by the first segment of its address. */
const keys = new Map<string, (key: string) => boolean>([
  ["themes", isSlug],
  ["calls", isSlug],
  ["hashtags", isHashtagKey],
  ["roles", (key) => findRole(key) !== null],
]);

/** Whether an address is below that of lists. */
export function isOfLists(first: string): boolean {
  return first === "hearted" || keys.has(first);
}

/** Whether there may be a page of a list at an address: of its segments, still encoded. */
export function isListAddress([first = "", ...rest]: string[]): boolean {
  if (first === "hearted")
    return isPage(rest[0] === "week" ? rest.slice(1) : rest, readHeartCursor);
  const [key, ...page] = rest;
  if (first === "roles" && key === undefined) return true;
  if (key === undefined || !keys.get(first)?.(decodeURIComponent(key))) return false;
  return isPage(page, readCursor) || isFeed(first, page);
}

/** Where a hashtag's list is whose address is as people write the hashtag; null for any other. */
export function plainHashtagAddress(pathname: string): string | null {
  const [, first, tag = "", ...page] = pathname.split("/");
  if (first !== "hashtags") return null;
  const asked = decodeURIComponent(tag);
  const key = hashtagKey(asked);
  const segments = [first, encodeURIComponent(key), ...page];
  return key !== asked && isListAddress(segments) ? `/${segments.join("/")}` : null;
}

function isPage([older, cursor, ...rest]: string[], read: (cursor: string) => unknown): boolean {
  if (older === undefined) return true;
  return older === "older" && rest.length === 0 && read(decodeURIComponent(cursor ?? "")) !== null;
}

function isFeed(first: string, [file, ...rest]: string[]): boolean {
  if ((first !== "themes" && first !== "calls") || rest.length > 0) return false;
  return file === feedFiles.rss || file === feedFiles.json;
}
