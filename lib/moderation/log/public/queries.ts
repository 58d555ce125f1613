import "server-only";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { type Count, type Month, toMonths } from "#lib/moderation/log/public/months.ts";
import { readReasons } from "#lib/moderation/reasons/queries.ts";

const NEWEST_MONTHS = 12;

export type PublicLog = {
  /** Those in which anything was decided, newest first. */
  months: Month[];
  /** Those with a page of their own, newest first. */
  years: number[];
  /** When it was counted, ISO 8601. */
  countedAt: string;
};

/**
 * How often what was decided, in the newest twelve months or in a year of UTC. Not of our own
 * fiction, and not what was undone or still can be. Null for a year in which there was nothing to
 * decide yet, or that is not here yet.
 */
export async function getPublicLog(
  year: number | null,
  now = new Date(),
): Promise<PublicLog | null> {
  const first = await firstYear();
  const thisYear = now.getUTCFullYear();
  if (year !== null && (year < first || year > thisYear)) return null;
  const newestFrom = startOfMonth(thisYear, now.getUTCMonth() + 1 - NEWEST_MONTHS);
  const from = year === null ? newestFrom : startOfMonth(year, 0);
  const to = year === null ? now : startOfMonth(year + 1, 0);
  const stands = new Date(now.getTime() - env().UNDO_SECONDS * 1_000);
  const counts = await countDecisions(from, to < stands ? to : stands);
  // The last year that the newest months do not hold whole.
  const last = new Date(newestFrom.getTime() - 1).getUTCFullYear();
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index);
  return { months: toMonths(counts, await readReasons()), years, countedAt: now.toISOString() };
}

/** Months before January are those of the year before. */
const startOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 1));

/** The year of the first decision; Infinity before there is any. */
async function firstYear(): Promise<number> {
  const first = await database().prisma.decision.findFirst({
    where: counted,
    orderBy: { createdAt: "asc" },
    select: { createdAt: true },
  });
  return first?.createdAt.getUTCFullYear() ?? Infinity;
}

const counted = { undoneAt: null, story: { demo: false } } as const;

/** Those made in [from, to), by month, kind and reason. */
function countDecisions(from: Date, to: Date): Promise<Count[]> {
  return database().prisma.$queryRaw<Count[]>`
    SELECT to_char(d."createdAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month",
      d."kind"::text AS "kind", d."reason", count(*)::int AS "count"
    FROM "Decision" d JOIN "Story" s ON s."id" = d."storyId"
    WHERE d."undoneAt" IS NULL AND NOT s."demo"
      AND d."createdAt" >= ${from.toISOString()}::timestamptz
      AND d."createdAt" < ${to.toISOString()}::timestamptz
    GROUP BY 1, 2, 3`;
}
