import { isStoryId } from "#lib/stories/id.ts";

/** A place in the feed: everything after it is older. Holds no matter what becomes of the story there. */
export type Cursor = { publishedAt: Date; id: string };

// Milliseconds in base 36 are eight digits from 1972 until 2059 and nine after.
const shape = /^([0-9a-z]{8,9})-([0-9A-Za-z]{12})$/;

/** Which way a page goes from where it begins: on to what is older, or back. */
export type Way = "older" | "newer";

export function writeCursor({ publishedAt, id }: Cursor): string {
  return `${publishedAt.getTime().toString(36)}-${id}`;
}

/** Null when the value is not a cursor. */
export function readCursor(value: string): Cursor | null {
  const [, time, id] = shape.exec(value) ?? [];
  if (!time || !id || !isStoryId(id)) return null;
  const publishedAt = new Date(Number.parseInt(time, 36));
  return Number.isNaN(publishedAt.getTime()) ? null : { publishedAt, id };
}
