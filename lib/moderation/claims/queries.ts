import "server-only";
import { nameOf } from "#lib/accounts/name.ts";
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

const holdingFields = {
  storyId: true,
  moderatorId: true,
  claimedAt: true,
  moderator: { select: { name: true, email: true } },
} as const;

type Row = {
  moderatorId: string;
  claimedAt: Date;
  moderator: { name: string | null; email: string | null };
};

function toHolding(viewer: Viewer, { moderatorId, claimedAt, moderator }: Row): Holding {
  const since = claimedAt.toISOString();
  return {
    byViewer: moderatorId === viewer.id,
    who: nameOf(moderator, "Another moderator"),
    since,
    mark: since,
  };
}

/** Who holds a story at this moment; null when nobody does. */
export async function findHolding(
  client: Transaction,
  viewer: Viewer,
  storyId: string,
): Promise<Holding | null> {
  const row = await client.claim.findFirst({
    where: { storyId, expiresAt: { gt: new Date() } },
    select: holdingFields,
  });
  return row && toHolding(viewer, row);
}

export async function getHolding(viewer: Viewer | null, storyId: string): Promise<Holding | null> {
  return isModerator(viewer) ? findHolding(database().prisma, viewer, storyId) : null;
}

/** Who holds which of these stories. */
export async function findHoldings(
  client: Transaction,
  viewer: Viewer,
  storyIds: string[],
): Promise<Map<string, Holding>> {
  const rows = await client.claim.findMany({
    where: { storyId: { in: storyIds }, expiresAt: { gt: new Date() } },
    select: holdingFields,
  });
  return new Map(rows.map((row) => [row.storyId, toHolding(viewer, row)]));
}
