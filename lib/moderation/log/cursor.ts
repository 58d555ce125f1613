/** A place in the log: everything after it is older. */
export type LogCursor = { decidedAt: Date; id: string };

// As lib/pagination.ts has it for stories.
const shape = /^([0-9a-z]{8,9})-([0-9a-z]{1,40})$/;

export function writeLogCursor({ decidedAt, id }: LogCursor): string {
  return `${decidedAt.getTime().toString(36)}-${id}`;
}

/** Null when the value is not a cursor, whatever it is. */
export function readLogCursor(value: unknown): LogCursor | null {
  const [, time, id] = (typeof value === "string" && shape.exec(value)) || [];
  return time && id ? { decidedAt: new Date(Number.parseInt(time, 36)), id } : null;
}
