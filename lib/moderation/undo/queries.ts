import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { strongest } from "#lib/content-warnings/list.ts";
import { Prisma, database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { isDecisionId } from "#lib/moderation/policy.ts";
import type { Before } from "#lib/moderation/undo/commands.ts";
import { type QueueItem, readItems } from "#lib/moderation/queries.ts";

/** A decision that one can still take back, and which story it is on. */
export type Undoable = {
  id: string;
  kind: DecisionKind;
  secondsLeft: number;
  story: Pick<QueueItem, "id" | "text" | "warnings" | "gated">;
};

type Row = {
  id: string;
  storyId: string;
  batchId: string | null;
  kind: DecisionKind;
  before: Before;
  secondsLeft: number;
};

/**
 * The viewer's own decision while it can be undone, or their last one: not every decision is made at
 * the desk, some when a storyteller accepts words. Null when there is none, or something came after.
 */
export async function getUndoable(
  viewer: Viewer | null,
  decisionId: string | null,
): Promise<Undoable | null> {
  if (!isModerator(viewer) || (decisionId !== null && !isDecisionId(decisionId))) return null;
  const { prisma } = database();
  const which = decisionId === null ? Prisma.sql`true` : Prisma.sql`d."id" = ${decisionId}`;
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT d."id", d."storyId", d."batchId", d."kind"::text AS "kind", d."before",
      extract(epoch FROM d."createdAt" + make_interval(secs => ${env().UNDO_SECONDS}) - now())::float8
        AS "secondsLeft"
    FROM "Decision" d
    WHERE ${which} AND d."moderatorId" = ${viewer.id} AND d."undoneAt" IS NULL
      AND d."createdAt" > now() - make_interval(secs => ${env().UNDO_SECONDS})
      -- Withdrawn since, or decided on by someone else.
      AND d."before" IS NOT NULL
      AND NOT EXISTS (SELECT FROM "Decision" later WHERE later."storyId" = d."storyId"
        AND later."undoneAt" IS NULL AND later."createdAt" > d."createdAt")
    ORDER BY d."createdAt" DESC, d."id" DESC LIMIT 1`;
  // What was decided with one press is undone with one, where it was pressed.
  if (!row || (decisionId === null && row.batchId !== null)) return null;
  const { id, kind, secondsLeft, storyId, before } = row;
  const [item] = await readItems(prisma, [storyId]);
  return item ? { id, kind, secondsLeft, story: asGated(item, before) } : null;
}

/** Behind the gate that it has, and the one that it had: whoever decided may not have looked. */
function asGated({ id, text, warnings, gated }: QueueItem, before: Before): Undoable["story"] {
  return {
    ...{ id, text, gated: gated || before.gatedAt !== null },
    warnings: strongest(before.warnings, warnings),
  };
}

/** Whether the viewer took this decision back. */
export async function isUndone(viewer: Viewer | null, decisionId: string): Promise<boolean> {
  if (!isModerator(viewer) || !isDecisionId(decisionId)) return false;
  const where = { id: decisionId, moderatorId: viewer.id, undoneAt: { not: null } };
  return (await database().prisma.decision.count({ where })) > 0;
}
