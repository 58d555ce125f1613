import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { isDecisionId } from "#lib/moderation/policy.ts";

/** A decision that one can still take back. */
export type Undoable = { id: string; storyId: string; kind: DecisionKind; secondsLeft: number };

/** The viewer's own decision, while it can be undone; null otherwise. */
export async function getUndoable(
  viewer: Viewer | null,
  decisionId: string,
): Promise<Undoable | null> {
  if (!isModerator(viewer) || !isDecisionId(decisionId)) return null;
  const [row] = await database().prisma.$queryRaw<Undoable[]>`
    SELECT "id", "storyId", "kind"::text AS "kind",
      extract(epoch FROM "createdAt" + make_interval(secs => ${env().UNDO_SECONDS}) - now())::float8
        AS "secondsLeft"
    FROM "Decision"
    WHERE "id" = ${decisionId} AND "moderatorId" = ${viewer.id} AND "undoneAt" IS NULL
      AND "createdAt" + make_interval(secs => ${env().UNDO_SECONDS}) > now()`;
  return row ?? null;
}

/** Whether the viewer took this decision back. */
export async function isUndone(viewer: Viewer | null, decisionId: string): Promise<boolean> {
  if (!isModerator(viewer) || !isDecisionId(decisionId)) return false;
  const where = { id: decisionId, moderatorId: viewer.id, undoneAt: { not: null } };
  return (await database().prisma.decision.count({ where })) > 0;
}
