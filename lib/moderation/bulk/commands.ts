import "server-only";
import { nanoid } from "nanoid";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Transaction, database } from "#lib/db.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import type { BulkInput, BulkItem } from "#lib/moderation/bulk/schema.ts";
import { type Batch, decideWithin } from "#lib/moderation/commands.ts";
import { isDecisionId } from "#lib/moderation/policy.ts";
import { holdReason } from "#lib/moderation/reasons/commands.ts";
import { unknownStory } from "#lib/moderation/refusals.ts";
import { undoWithin } from "#lib/moderation/undo/commands.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";

/** A story that nothing was done with, and why: a sentence. */
export type Refused = { storyId: string; why: string };

/** Ids of stories. */
export type Decided = { batchId: string; decided: string[]; refused: Refused[] };

/** One may wait for another that has the same stories, as long as that one takes. */
const patience = { timeout: 30_000, maxWait: 10_000 };

/** Nothing more than is asked of a bulk decision. */
const nothingElse = {
  ...{ recognisable: null, proposal: null, publishAtOnce: false },
  ...{ warnings: [], intensities: {} },
};

/**
 * Decides on many stories for one reason, as one act that can be undone. Each is checked as if it
 * were alone: one that has changed, that another moderator has open or that is decided stays as it
 * is, and the answer says why. Where nothing is decided, `fieldErrors` says it by story id.
 */
export async function decideMany(
  viewer: Viewer | null,
  { items, ...decision }: BulkInput,
): Promise<Result<Decided>> {
  if (!isModerator(viewer)) return unknownStory();
  return database().prisma.$transaction(async (tx) => {
    const wrong = await holdReason(tx, decision);
    if (wrong) return wrong;
    const chosen = inOrder(items);
    const ids = chosen.map(({ storyId }) => storyId);
    await holdStories(tx, ids);
    const appealed = await findAppealed(tx, ids);
    // Read when the stories are ours alone, so that it is later than what was decided before.
    const batch: Batch = { id: nanoid(), decidedAt: new Date() };
    const decided: string[] = [];
    const refused: Refused[] = [];
    for (const item of chosen) {
      const { storyId } = item;
      const result = appealed.has(storyId)
        ? appealFirst()
        : await decideWithin(tx, viewer, { ...nothingElse, ...decision, ...item }, batch);
      if (result.ok) decided.push(storyId);
      else refused.push({ storyId, why: result.message });
    }
    if (decided.length === 0) return nothingDone(decisions.nothingDecided(), refused);
    return success({ batchId: batch.id, decided, refused });
  }, patience);
}

const appealFirst = () => failure("look-again", decisions.appealFirst());

function nothingDone(sentence: string, refused: Refused[]): Failure {
  const reasons = Object.fromEntries(refused.map(({ storyId, why }) => [storyId, [why]]));
  return failure("already-decided", sentence, reasons);
}

/** Each story once. In the order of ids, as all who hold several do: none waits in a circle. */
function inOrder(items: readonly BulkItem[]): BulkItem[] {
  const byId = new Map(items.map((item) => [item.storyId, item]));
  return [...byId.values()].sort((one, other) => (one.storyId < other.storyId ? -1 : 1));
}

async function holdStories(tx: Transaction, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT "id" FROM "Story" WHERE "id" = ANY(${ids}::text[]) ORDER BY "id" FOR NO KEY UPDATE`;
}

async function findAppealed(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const rows = await tx.appeal.findMany({
    where: { storyId: { in: ids }, outcomeId: null, erasedAt: null },
    select: { storyId: true },
  });
  return new Set(rows.map(({ storyId }) => storyId));
}

/** Ids of stories. */
export type Undone = { undone: string[]; refused: Refused[] };

/**
 * Takes back all of one's own decisions of a bulk decision that can still be taken back, as one act.
 * Where none can be, `fieldErrors` says why by story id. Undoing twice is undoing once.
 */
export async function undoBatch(viewer: Viewer | null, batchId: string): Promise<Result<Undone>> {
  if (!isModerator(viewer) || !isDecisionId(batchId)) return unknownBatch();
  return database().prisma.$transaction(async (tx) => {
    const made = await tx.decision.findMany({
      where: { batchId, moderatorId: viewer.id },
      orderBy: { storyId: "asc" },
      select: { id: true, storyId: true },
    });
    if (made.length === 0) return unknownBatch();
    await holdStories(
      tx,
      made.map(({ storyId }) => storyId),
    );
    const undone: string[] = [];
    const refused: Refused[] = [];
    for (const { id, storyId } of made) {
      const result = await undoWithin(tx, viewer, id);
      if (result.ok) undone.push(storyId);
      else refused.push({ storyId, why: result.message });
    }
    if (undone.length === 0)
      return { ...nothingDone(decisions.nothingUndone(), refused), code: "closed" };
    return success({ undone, refused });
  }, patience);
}

const unknownBatch = () => failure("not-found", decisions.unknownDecision());
