import { z } from "zod";
import { firstDay, lastDay } from "#lib/calls/schema.ts";
import { DecisionKind } from "#lib/generated/prisma/enums.ts";

/** In the place of a moderator: all whose account is gone. */
export const FORMER = "former";

/** Decision by decision, a file has no more. */
export const EXPORT_LIMIT = 100_000;

const word = z.string().regex(/^[\w-]{1,120}$/);

// Years of four digits, between which a date field may choose as well.
const day = z.iso.date().refine((value) => value >= firstDay && value <= lastDay);

/** What the log is narrowed to, as its address says it. What says nothing that we know means all. */
export const logFilterSchema = z.object({
  /** An account's id, or FORMER. */
  moderator: word.nullable().catch(null),
  kind: z.enum(DecisionKind).nullable().catch(null),
  /** A slug. */
  reason: word.nullable().catch(null),
  /** A slug. */
  call: word.nullable().catch(null),
  /** The first and the last day, UTC's. */
  from: day.nullable().catch(null),
  to: day.nullable().catch(null),
});

export type LogFilter = z.output<typeof logFilterSchema>;

export const everything: LogFilter = logFilterSchema.parse({});

/** Whether the log is narrowed to anything. */
export function isNarrowed(filter: LogFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

/** The parameters of an address. One that stands there twice says nothing. */
export function readParameters(parameters: URLSearchParams): Record<string, string> {
  const entries = [...parameters].filter(([name]) => parameters.getAll(name).length === 1);
  return Object.fromEntries(entries);
}

/** The query of an address that shows the log like this: "?kind=REJECT", or nothing for all. */
export function logQuery(filter: LogFilter, older?: string | null): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, older })) {
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : "";
}
