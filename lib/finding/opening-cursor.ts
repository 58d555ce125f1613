import { slugShape } from "#lib/calls/slug.ts";

/** A place among calls, or among their themes, in the order in which they opened. */
export type OpeningCursor = { opensAt: Date; slug: string };

export function writeOpeningCursor({ opensAt, slug }: OpeningCursor): string {
  return `${opensAt.getTime().toString(36)}-${slug}`;
}

// Milliseconds in base 36, as lib/pagination.ts has them.
const shape = /^([0-9a-z]{8,9})-(.+)$/;

/** Null when the value is not such a place. */
export function readOpeningCursor(value: string): OpeningCursor | null {
  const [, time, slug] = shape.exec(value) ?? [];
  if (!time || !slug || !slugShape.test(slug)) return null;
  const opensAt = new Date(Number.parseInt(time, 36));
  return Number.isNaN(opensAt.getTime()) ? null : { opensAt, slug };
}
