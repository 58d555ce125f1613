import "server-only";
import { isModerator, moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import { countDeskTime } from "#lib/moderation/care/commands.ts";
import { CLAIM_MINUTES, PASSED_OVER_MINUTES, isClaimMark } from "#lib/moderation/claims/policy.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { isStoryId } from "#lib/stories/id.ts";

const unknown = () => failure("not-found", decisions.unknownStory());

/**
 * Claims a story for whoever opens it, for ten minutes, if something of it waits and nobody else has
 * it. The one they had before is let go of then: passed over, unless they only come `back` to this
 * one. What came of it is in `getHolding`.
 */
export function claimStory(
  viewer: Viewer | null,
  storyId: string,
  { back = false } = {},
): Promise<Result<null>> {
  return claiming(viewer, storyId, { takeOver: false, back });
}

/** Claims a story also when another moderator has it: they are shown who took it over. */
export function takeOverStory(viewer: Viewer | null, storyId: string): Promise<Result<null>> {
  return claiming(viewer, storyId, { takeOver: true });
}

type How = {
  takeOver: boolean;
  /** Not from another story. */
  ifFree?: boolean;
  /** The other story is still to come. */
  back?: boolean;
};

async function claiming(viewer: Viewer | null, storyId: string, how: How): Promise<Result<null>> {
  if (!isModerator(viewer) || !isStoryId(storyId)) return unknown();
  return database().prisma.$transaction(async (tx) => {
    if (!(await isStillModerator(tx, viewer))) return unknown();
    await claimWithin(tx, viewer, storyId, how);
    return success(null);
  });
}

/**
 * Whether someone is a moderator at this moment. Holds on to their role, and to their one claim:
 * whoever takes the role away waits for this transaction, and then ends its claim.
 */
export async function isStillModerator(tx: Transaction, viewer: Viewer): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT FROM "User" WHERE "id" = ${viewer.id}
      AND "role" = ANY(${[...moderators]}::text[]::"Role"[]) FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/**
 * Whether it is theirs now; what they held before they hold on to unless it is. In a transaction in
 * which `isStillModerator`. A story that is being withdrawn is waited for, and the claims that this
 * is about are locked in one order, so that two who change places don't wait for each other.
 */
export async function claimWithin(
  tx: Transaction,
  viewer: Viewer,
  storyId: string,
  { takeOver, ifFree = false, back = false }: How,
): Promise<boolean> {
  const waits = await tx.$queryRaw<unknown[]>`
    SELECT FROM "Story" WHERE "id" = ${storyId}
      AND ("waitingSince" IS NOT NULL OR "reportedSince" IS NOT NULL)
      AND "storytellerId" IS DISTINCT FROM ${viewer.id} FOR NO KEY UPDATE`;
  const held = await tx.$queryRaw<{ storyId: string; byViewer: boolean; live: boolean }[]>`
    SELECT "storyId", "moderatorId" = ${viewer.id} AS "byViewer",
      "expiresAt" > clock_timestamp() AS "live"
    FROM "Claim" WHERE "storyId" = ${storyId} OR "moderatorId" = ${viewer.id}
    ORDER BY "storyId" FOR UPDATE`;
  const wanted = held.find((each) => each.storyId === storyId);
  const isTaken = wanted !== undefined && wanted.live && !wanted.byViewer;
  const other = held.find((each) => each.byViewer && each.live && each.storyId !== storyId);
  if (waits.length === 0 || (isTaken && !takeOver) || (other && ifFree)) return false;
  await endClaims(tx, viewer, Prisma.sql`true`);
  if (other && !back) await passOver(tx, viewer, other.storyId);
  await tx.passedOver.deleteMany({ where: { moderatorId: viewer.id, storyId } });
  const claimed = await tx.$executeRaw`
    INSERT INTO "Claim" ("storyId", "moderatorId", "claimedAt", "expiresAt")
    VALUES (${storyId}, ${viewer.id}, clock_timestamp(), clock_timestamp() + make_interval(mins => ${CLAIM_MINUTES}))
    ON CONFLICT ("storyId") DO UPDATE SET
      "moderatorId" = EXCLUDED."moderatorId",
      "claimedAt" = EXCLUDED."claimedAt",
      "expiresAt" = EXCLUDED."expiresAt"
    WHERE ${takeOver} OR "Claim"."expiresAt" <= clock_timestamp()`;
  return claimed > 0;
}

async function passOver(tx: Transaction, viewer: Viewer, storyId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PassedOver" ("moderatorId", "storyId", "at")
    VALUES (${viewer.id}, ${storyId}, clock_timestamp())
    ON CONFLICT ("moderatorId", "storyId") DO UPDATE SET "at" = EXCLUDED."at"`;
}

/** Forgets who passed over what, once it counts no more. Answers how many. */
export async function forgetPassedOver(): Promise<number> {
  return database().prisma.$executeRaw`
    DELETE FROM "PassedOver" WHERE "at" < clock_timestamp() - make_interval(mins => ${PASSED_OVER_MINUTES.other})`;
}

/**
 * Ends claims of the viewer's, and adds the time since their last sign of work to the viewer's day
 * at the desk. `which` is about the table of claims.
 */
export async function endClaims(tx: Transaction, viewer: Viewer, which: Prisma.Sql): Promise<void> {
  const ended = await tx.$queryRaw<{ seconds: number }[]>`
    DELETE FROM "Claim" WHERE "moderatorId" = ${viewer.id} AND ${which}
    RETURNING ${sinceLastSign} AS "seconds"`;
  for (const { seconds } of ended) await countDeskTime(tx, viewer, seconds);
}

/** In seconds. A claim ends so long after the last sign of work. */
const sinceLastSign = Prisma.sql`
  extract(epoch FROM clock_timestamp() - "expiresAt" + make_interval(mins => ${CLAIM_MINUTES}))::float8`;

type Held = {
  storyId: string;
  /** When the page was opened that this comes from, as `Holding.mark` says. */
  mark: string;
};

/**
 * Ten minutes more, for whoever is at work on it, and a day at most. What has run out is claimed
 * anew, unless they are at work on another story by now. Answers whether it is theirs.
 */
export async function renewClaim(viewer: Viewer | null, storyId: string): Promise<boolean> {
  if (!isModerator(viewer) || !isStoryId(storyId)) return false;
  return database().prisma.$transaction(async (tx) => {
    const [claim] = await tx.$queryRaw<{ seconds: number }[]>`
      SELECT ${sinceLastSign} AS "seconds" FROM "Claim"
      WHERE "storyId" = ${storyId} AND "moderatorId" = ${viewer.id} AND "expiresAt" > clock_timestamp()
      FOR UPDATE`;
    if (claim) {
      await tx.$executeRaw`
        UPDATE "Claim" SET "expiresAt" = LEAST(
          clock_timestamp() + make_interval(mins => ${CLAIM_MINUTES}), "claimedAt" + interval '1 day')
        WHERE "storyId" = ${storyId}`;
      await countDeskTime(tx, viewer, claim.seconds);
      return true;
    }
    if (!(await isStillModerator(tx, viewer))) return false;
    return claimWithin(tx, viewer, storyId, { takeOver: false, ifFree: true });
  });
}

/** Lets go of a story, unless it was opened anew since: a page that is left is told of late. */
export async function releaseClaim(viewer: Viewer | null, { storyId, mark }: Held): Promise<void> {
  if (!isModerator(viewer) || !isStoryId(storyId) || !isClaimMark(mark)) return;
  const which = Prisma.sql`"storyId" = ${storyId} AND "claimedAt" = ${new Date(mark)}`;
  await database().prisma.$transaction((tx) => endClaims(tx, viewer, which));
}
