/** What can be done in the background: every task by its name, and what it is given to work on. */
import { z } from "zod";
import { defaultLocale } from "#lib/locale.ts";

const id = z.string().min(1).max(64);

/** Something that happened to a story and that its storyteller is told by mail. */
const storyMail = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("received"), storyId: id }),
  z.object({ kind: z.literal("decided"), decisionId: id }),
  // By then the address is erased from the database, so it comes along: sealed (lib/secrets.ts).
  z.object({
    kind: z.literal("withdrawn"),
    storyId: id,
    to: z.string().max(1000),
    // Jobs from before there were languages have none.
    locale: z.string().max(10).default(defaultLocale),
  }),
]);

/**
 * Payloads hold ids and nothing that a person wrote: what a job works on is read when it runs, so
 * that what was erased meanwhile is not mailed, and nothing of it stays behind in the queue.
 */
export const tasks = {
  "story-mail": storyMail,
  "lost-link-mail": z.object({ request: id, to: z.string().max(1000) }),
  "helpline-mail": z.object({ userId: id, month: z.string().regex(/^\d{4}-\d\d$/) }),
  "nag-about-helplines": z.object({}),
  "index-stories": z.object({}),
  "learn-words": z.object({}),
  "delete-picture-files": z.object({ ids: z.array(id).max(1000) }),
  "sweep-contacts": z.object({}),
  "sweep-failed-jobs": z.object({}),
  "sweep-pictures": z.object({}),
  "sweep-traces": z.object({}),
} as const satisfies Record<string, z.ZodType>;

export type TaskName = keyof typeof tasks;

export type Payload<Name extends TaskName> = z.output<(typeof tasks)[Name]>;

export const sweeps = [
  "learn-words",
  "sweep-contacts",
  "sweep-failed-jobs",
  "sweep-pictures",
  "sweep-traces",
] as const;

/**
 * Sweeps at night in UTC; one that failed is tried again the next day. Admins are written to on the
 * first of a month, or whenever a server that was not there then is started.
 */
export const crontab = [
  ...sweeps.map((name) => `17 3 * * * ${name} ?max=3&jobKey=${name}`),
  "17 6 1 * * nag-about-helplines ?fill=27d&jobKey=nag-about-helplines",
].join("\n");
