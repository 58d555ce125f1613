import "server-only";
import { nameOf, standIns } from "#lib/accounts/name.ts";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Transaction, database } from "#lib/db.ts";

/** Who has a story open. Times are ISO 8601. */
export type Holding = {
  byViewer: boolean;
  who: string;
  since: string;
  /** Which opening of it this is, for `releaseClaim`. */
  mark: string;
};

type Row = {
  storyId: string;
  moderatorId: string;
  claimedAt: Date;
  name: string | null;
  email: string | null;
};

function toHolding(viewer: Viewer, { moderatorId, claimedAt, ...moderator }: Row): Holding {
  const since = claimedAt.toISOString();
  return {
    byViewer: moderatorId === viewer.id,
    who: nameOf(moderator, standIns.another),
    since,
    mark: since,
  };
}

/** Who holds which of these stories at this moment, by PostgreSQL's clock: the one that they end by. */
export async function findHoldings(
  client: Transaction,
  viewer: Viewer,
  storyIds: string[],
): Promise<Map<string, Holding>> {
  const rows = await client.$queryRaw<Row[]>`
    SELECT c."storyId", c."moderatorId", c."claimedAt", u."name", u."email"
    FROM "Claim" c JOIN "User" u ON u."id" = c."moderatorId"
    WHERE c."storyId" = ANY(${storyIds}::text[]) AND c."expiresAt" > clock_timestamp()`;
  return new Map(rows.map((row) => [row.storyId, toHolding(viewer, row)]));
}

/** Who holds a story; null when nobody does. */
export async function findHolding(
  client: Transaction,
  viewer: Viewer,
  storyId: string,
): Promise<Holding | null> {
  return (await findHoldings(client, viewer, [storyId])).get(storyId) ?? null;
}

export async function getHolding(viewer: Viewer | null, storyId: string): Promise<Holding | null> {
  return isModerator(viewer) ? findHolding(database().prisma, viewer, storyId) : null;
}
