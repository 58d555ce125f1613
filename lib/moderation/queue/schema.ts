import { z } from "zod";
import { readParameters } from "#lib/moderation/log/schema.ts";

/** What can wait, as the queue's address names it. */
export const queueStates = ["care", "new", "returned", "appeal", "reported", "picture"] as const;

export type QueueState = (typeof queueStates)[number];

/** For how long something has waited at least, in hours. */
export const queueAges = { day: 24, "three-days": 72, week: 168 } as const;

export type QueueAge = keyof typeof queueAges;

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** What the queue is narrowed to, as its address says it. What says nothing that we know means all. */
export const queueFilterSchema = z.object({
  state: z.enum(queueStates).nullable().catch(null),
  call: slug.nullable().catch(null),
  theme: slug.nullable().catch(null),
  warning: slug.nullable().catch(null),
  age: z
    .enum(Object.keys(queueAges) as [QueueAge, ...QueueAge[]])
    .nullable()
    .catch(null),
  /** Only stories that are not heavy (lib/moderation/care/policy.ts). */
  lighter: z.literal("1").nullable().catch(null),
});

export type QueueFilter = z.output<typeof queueFilterSchema>;

export const wholeQueue: QueueFilter = queueFilterSchema.parse({});

/**
 * What a form carries of the part of the queue that it was sent from: the query of its address, "?"
 * for all. Null beside the queue.
 */
export function readQueue(query: string): QueueFilter | null {
  if (!query.startsWith("?")) return null;
  return queueFilterSchema.parse(readParameters(new URLSearchParams(query.slice(0, 1_000))));
}

export function isNarrowed(filter: QueueFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

/** The query of an address that keeps to this part of the queue: "?state=new", or nothing for all. */
export function queueQuery(filter: QueueFilter, more: Record<string, string> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...more })) {
    if (value) parameters.set(name, value);
  }
  return parameters.size > 0 ? `?${parameters}` : "";
}
