/**
 * What stands after the address of a list: null for its first page, a cursor for those after it, and
 * undefined for what is none of its pages. `path` is of a catch-all route.
 */
export function olderOf(path: string[] | undefined): string | null | undefined {
  if (path === undefined) return null;
  const [older, cursor, ...rest] = path;
  return older === "older" && cursor !== undefined && rest.length === 0 ? cursor : undefined;
}

/** Where a page of a list is: its first, or the one that begins after a cursor. */
export function addressOf(href: string, cursor: string | null): string {
  if (cursor === null) return href;
  return `${href === "/" ? "" : href}/older/${encodeURIComponent(cursor)}`;
}
