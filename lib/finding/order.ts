/** What lists are in the order of, and the pages that are asked of them. */
import { type HeartCursor, readHeartCursor, writeHeartCursor } from "#lib/finding/heart-cursor.ts";
import {
  type OpeningCursor,
  readOpeningCursor,
  writeOpeningCursor,
} from "#lib/finding/opening-cursor.ts";
import { type Cursor, type Way, readCursor, writeCursor } from "#lib/pagination.ts";
import { PAGE_SIZE } from "#lib/stories/queries.ts";

/** A page of a list, and where those before and after it begin; null where there is none. */
export type Stretch = { older: string | null; newer: string | null };

export type Step = { cursor: string | null; way: Way; size: number };

/** What a list is in the order of: by these columns of its rows, the greatest first. */
export type Order<Place extends object> = {
  columns: readonly (keyof Place & string)[];
  read: (cursor: string) => Place | null;
  write: (place: Place) => string;
};

export const newest: Order<Cursor> = {
  columns: ["publishedAt", "id"],
  read: readCursor,
  write: writeCursor,
};

export const mostHearted: Order<HeartCursor> = {
  columns: ["hearts", "publishedAt", "id"],
  read: readHeartCursor,
  write: writeHeartCursor,
};

export const lastOpened: Order<OpeningCursor> = {
  columns: ["opensAt", "slug"],
  read: readOpeningCursor,
  write: writeOpeningCursor,
};

export type Asked = { cursor: string | null; way?: Way; size?: number };

/** Null when the value is not a cursor of this order. */
export const stepOf = (
  { read }: { read: (cursor: string) => object | null },
  { cursor, way = "older", size = PAGE_SIZE }: Asked,
): Step | null => (cursor === null || read(cursor) ? { cursor, way, size } : null);
