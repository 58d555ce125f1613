import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { BulkKind } from "#lib/moderation/bulk/schema.ts";
import { isDecisionId } from "#lib/moderation/policy.ts";

/** A bulk decision that one can still take back. `count` is of the stories that it stands for. */
export type UndoableBatch = { id: string; kind: BulkKind; count: number; secondsLeft: number };

/** The viewer's own bulk decision, while any of it can be undone; null otherwise. */
export async function getUndoableBatch(
  viewer: Viewer | null,
  batchId: string,
): Promise<UndoableBatch | null> {
  if (!isModerator(viewer) || !isDecisionId(batchId)) return null;
  const [row] = await database().prisma.$queryRaw<UndoableBatch[]>`
    SELECT "batchId" AS "id", "kind"::text AS "kind", count(*)::int AS "count",
      extract(epoch FROM min("createdAt") + make_interval(secs => ${env().UNDO_SECONDS}) - now())::float8
        AS "secondsLeft"
    FROM "Decision"
    WHERE "batchId" = ${batchId} AND "moderatorId" = ${viewer.id} AND "undoneAt" IS NULL
      AND "createdAt" + make_interval(secs => ${env().UNDO_SECONDS}) > now()
    GROUP BY "batchId", "kind"`;
  return row ?? null;
}

/** Of how many stories the viewer took their bulk decision back. */
export async function countUndone(viewer: Viewer | null, batchId: string): Promise<number> {
  if (!isModerator(viewer) || !isDecisionId(batchId)) return 0;
  const where = { batchId, moderatorId: viewer.id, undoneAt: { not: null } };
  return database().prisma.decision.count({ where });
}
