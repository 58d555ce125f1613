import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { countMiss } from "#lib/stories/own/guesses.ts";
import { privateLinkHash } from "#lib/stories/private-link.ts";

type Claim = {
  /** Of the story's private link. */
  token: string;
  /** The client's, for the limit on guessing. */
  address: string;
};

const unclaimable = () => failure("not-found", accounts.unclaimable());

/**
 * Takes the story of a private link into the viewer's account, and the link stops working. One
 * conditional update: of two people with the link who do it at once, the second finds no such link,
 * and an account that is being deleted meanwhile takes nothing.
 */
export async function claimStory(
  viewer: Viewer | null,
  { token, address }: Claim,
): Promise<Result<{ id: string }>> {
  const hash = privateLinkHash(token);
  if (!viewer || !hash) return unclaimable();
  const [story] = await database().prisma.$queryRaw<{ id: string }[]>`
    WITH teller AS (
      SELECT "id" FROM "User"
      WHERE "id" = ${viewer.id} AND num_nonnulls("name", "email") > 0 FOR KEY SHARE)
    UPDATE "Story" SET "storytellerId" = teller."id", "privateLinkHash" = NULL FROM teller
    WHERE "privateLinkHash" = ${hash} AND "status" <> 'WITHDRAWN'
      AND ("storytellerId" IS NULL OR "storytellerId" = teller."id")
    RETURNING "Story"."id"`;
  if (story) return success(story);
  await countMiss(address);
  return unclaimable();
}

/**
 * Sets what colleagues call the viewer; null: their e-mail address. Of a deleted account a row may
 * be left that tells nothing, without an address: it gets no name any more.
 */
export async function setName(viewer: Viewer | null, name: string | null): Promise<Result<null>> {
  const unknown = failure("not-found", accounts.signedOut());
  if (!viewer) return unknown;
  const { count } = await database().prisma.user.updateMany({
    where: { id: viewer.id, email: { not: null } },
    data: { name },
  });
  return count > 0 ? success(null) : unknown;
}
