import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { Prisma, database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { isDecisionId } from "#lib/moderation/policy.ts";
import { type QueueItem, readItems } from "#lib/moderation/queries.ts";

/** A decision that one can still take back, and which story it is on. */
export type Undoable = {
  id: string;
  kind: DecisionKind;
  secondsLeft: number;
  story: Pick<QueueItem, "id" | "text" | "warnings" | "gated">;
};

/**
 * The viewer's own decision while it can be undone, or their last one: not every decision is made at
 * the desk, some when a storyteller accepts words. Null when there is none.
 */
export async function getUndoable(
  viewer: Viewer | null,
  decisionId: string | null,
): Promise<Undoable | null> {
  if (!isModerator(viewer) || (decisionId !== null && !isDecisionId(decisionId))) return null;
  const { prisma } = database();
  // What was decided with one press is undone with one.
  const which =
    decisionId === null ? Prisma.sql`"batchId" IS NULL` : Prisma.sql`"id" = ${decisionId}`;
  const [row] = await prisma.$queryRaw<(Omit<Undoable, "story"> & { storyId: string })[]>`
    SELECT "id", "storyId", "kind"::text AS "kind",
      extract(epoch FROM "createdAt" + make_interval(secs => ${env().UNDO_SECONDS}) - now())::float8
        AS "secondsLeft"
    FROM "Decision"
    WHERE ${which} AND "moderatorId" = ${viewer.id} AND "undoneAt" IS NULL
      AND "createdAt" > now() - make_interval(secs => ${env().UNDO_SECONDS})
    ORDER BY "createdAt" DESC, "id" DESC LIMIT 1`;
  if (!row) return null;
  const { storyId, ...decision } = row;
  const [item] = await readItems(prisma, [storyId]);
  if (!item) return null;
  const { id, text, warnings, gated } = item;
  return { ...decision, story: { id, text, warnings, gated } };
}

/** Whether the viewer took this decision back. */
export async function isUndone(viewer: Viewer | null, decisionId: string): Promise<boolean> {
  if (!isModerator(viewer) || !isDecisionId(decisionId)) return false;
  const where = { id: decisionId, moderatorId: viewer.id, undoneAt: { not: null } };
  return (await database().prisma.decision.count({ where })) > 0;
}
