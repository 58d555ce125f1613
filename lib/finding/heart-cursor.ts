import { type Cursor, readCursor, writeCursor } from "#lib/pagination.ts";

/** A place among the most hearted. */
export type HeartCursor = Cursor & { hearts: number };

/** As many as PostgreSQL's integer holds. */
const MOST = 2_147_483_647;

const shape = /^([0-9a-z]{1,6})\.(.+)$/;

export function writeHeartCursor({ hearts, ...place }: HeartCursor): string {
  return `${hearts.toString(36)}.${writeCursor(place)}`;
}

/** Null when the value is not such a place. */
export function readHeartCursor(value: string): HeartCursor | null {
  const [, hearts, rest] = shape.exec(value) ?? [];
  const place = rest ? readCursor(rest) : null;
  const count = Number.parseInt(hearts ?? "", 36);
  return place && count <= MOST ? { ...place, hearts: count } : null;
}
