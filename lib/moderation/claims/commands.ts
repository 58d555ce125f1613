import "server-only";
import { isModerator, moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Prisma, type Transaction, database } from "#lib/db.ts";
import { countDeskTime } from "#lib/moderation/care/commands.ts";
import { CLAIM_MINUTES, isClaimMark } from "#lib/moderation/claims/policy.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { isStoryId } from "#lib/stories/id.ts";

const unknown = () => failure("not-found", "There is no such story.");

/**
 * Claims a story for whoever opens it, for ten minutes, if something of it waits and nobody else has
 * it. Opening another one lets go of it. What came of it is in `getHolding`.
 */
export function claimStory(viewer: Viewer | null, storyId: string): Promise<Result<null>> {
  return claiming(viewer, storyId, { takeOver: false });
}

/** Claims a story also when another moderator has it: they are shown who took it over. */
export function takeOverStory(viewer: Viewer | null, storyId: string): Promise<Result<null>> {
  return claiming(viewer, storyId, { takeOver: true });
}

async function claiming(
  viewer: Viewer | null,
  storyId: string,
  { takeOver }: { takeOver: boolean },
): Promise<Result<null>> {
  if (!isModerator(viewer) || !isStoryId(storyId)) return unknown();
  return database().prisma.$transaction(async (tx) => {
    if (!(await isStillModerator(tx, viewer))) return unknown();
    await claimWithin(tx, viewer, storyId, { takeOver });
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

/** Whether it is theirs now. In a transaction in which `isStillModerator`. */
export async function claimWithin(
  tx: Transaction,
  viewer: Viewer,
  storyId: string,
  { takeOver }: { takeOver: boolean },
): Promise<boolean> {
  await endClaims(tx, viewer, { storyId: { not: storyId } });
  const claimed = await tx.$executeRaw`
    INSERT INTO "Claim" ("storyId", "moderatorId", "claimedAt", "expiresAt")
    SELECT "id", ${viewer.id}, clock_timestamp(), clock_timestamp() + make_interval(mins => ${CLAIM_MINUTES})
    FROM "Story" WHERE "id" = ${storyId}
      AND ("waitingSince" IS NOT NULL OR "reportedSince" IS NOT NULL)
      AND "storytellerId" IS DISTINCT FROM ${viewer.id}
    ON CONFLICT ("storyId") DO UPDATE SET
      "moderatorId" = EXCLUDED."moderatorId",
      "claimedAt" = EXCLUDED."claimedAt",
      "expiresAt" = EXCLUDED."expiresAt"
    WHERE ${takeOver} OR "Claim"."moderatorId" = ${viewer.id} OR "Claim"."expiresAt" <= clock_timestamp()`;
  return claimed > 0;
}

/**
 * Ends claims of the viewer's, and adds the time since their last sign of work to the viewer's day
 * at the desk.
 */
export async function endClaims(
  tx: Transaction,
  viewer: Viewer,
  where: Pick<Prisma.ClaimWhereInput, "storyId" | "claimedAt">,
): Promise<void> {
  const ended = await tx.claim.findMany({ where: { ...where, moderatorId: viewer.id } });
  if (ended.length === 0) return;
  await tx.claim.deleteMany({ where: { ...where, moderatorId: viewer.id } });
  for (const claim of ended) await countDeskTime(tx, viewer, secondsSinceSign(claim));
}

/** A claim ends so long after the last sign of work. */
function secondsSinceSign({ expiresAt }: { expiresAt: Date }): number {
  return (Date.now() - expiresAt.getTime()) / 1000 + CLAIM_MINUTES * 60;
}

type Held = {
  storyId: string;
  /** When the page was opened that this comes from, as `Holding.mark` says. */
  mark: string;
};

/**
 * Ten minutes more, for whoever is at work on it, and a day at most. False when it is theirs no
 * longer.
 */
export async function renewClaim(viewer: Viewer | null, storyId: string): Promise<boolean> {
  if (!isModerator(viewer) || !isStoryId(storyId)) return false;
  return database().prisma.$transaction(async (tx) => {
    const claim = await tx.claim.findFirst({
      where: { storyId, moderatorId: viewer.id, expiresAt: { gt: new Date() } },
    });
    if (!claim) return false;
    const renewed = await tx.$executeRaw`
      UPDATE "Claim" SET "expiresAt" = LEAST(
        clock_timestamp() + make_interval(mins => ${CLAIM_MINUTES}), "claimedAt" + interval '1 day')
      WHERE "storyId" = ${storyId} AND "moderatorId" = ${viewer.id} AND "expiresAt" = ${claim.expiresAt}`;
    if (renewed > 0) await countDeskTime(tx, viewer, secondsSinceSign(claim));
    // Another page of theirs was first.
    return true;
  });
}

/** Lets go of a story, unless it was opened anew since: a page that is left is told of late. */
export async function releaseClaim(viewer: Viewer | null, { storyId, mark }: Held): Promise<void> {
  if (!isModerator(viewer) || !isStoryId(storyId) || !isClaimMark(mark)) return;
  const claimedAt = new Date(mark);
  await database().prisma.$transaction((tx) => endClaims(tx, viewer, { storyId, claimedAt }));
}
