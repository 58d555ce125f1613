import "server-only";
import { isModerator, moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { dayOf } from "#lib/calls/days.ts";
import type { WarningSlug } from "#lib/content-warnings/list.ts";
import { type Transaction, database } from "#lib/db.ts";
import * as care from "#lib/generated/messages/care.ts";
import { countableSeconds } from "#lib/moderation/care/policy.ts";
import { type Result, failure, success } from "#lib/result.ts";

/** Sets which kinds the viewer would rather not get, in the place of those set before. */
export async function avoidKinds(
  viewer: Viewer | null,
  kinds: readonly WarningSlug[],
): Promise<Result<null>> {
  const unknown = failure("not-found", care.nothingHere());
  if (!isModerator(viewer)) return unknown;
  const { count } = await database().prisma.user.updateMany({
    where: { id: viewer.id, role: { in: [...moderators] } },
    data: { avoids: [...kinds] },
  });
  return count > 0 ? success(null) : unknown;
}

const DAY_SECONDS = 24 * 60 * 60;

/**
 * Adds a stretch at the desk to the viewer's day, UTC's, by the database's clock: at most ten
 * minutes at once and 24 hours in all. Nothing for who is no moderator, or has no account any more.
 */
export async function countDeskTime(
  client: Pick<Transaction, "$executeRaw">,
  viewer: Viewer | null,
  seconds: number,
): Promise<void> {
  const counted = countableSeconds(seconds);
  if (!isModerator(viewer) || counted === 0) return;
  await client.$executeRaw`
    INSERT INTO "DeskDay" ("userId", "day", "seconds")
    SELECT "id", (clock_timestamp() AT TIME ZONE 'UTC')::date, ${counted}::int
    FROM "User" WHERE "id" = ${viewer.id} FOR KEY SHARE
    ON CONFLICT ("userId", "day")
    DO UPDATE SET "seconds" = LEAST("DeskDay"."seconds" + EXCLUDED."seconds", ${DAY_SECONDS}::int)`;
}

/** How many days of the desk are kept; their page shows fourteen. */
const KEPT_DAYS = 60;

/** Forgets the days at the desk, UTC's, that are more than 60 days ago. Answers how many. */
export async function forgetDeskDays(now: Date): Promise<number> {
  const first = new Date(dayOf(new Date(now.getTime() - KEPT_DAYS * DAY_SECONDS * 1_000)));
  const { count } = await database().prisma.deskDay.deleteMany({ where: { day: { lt: first } } });
  return count;
}
