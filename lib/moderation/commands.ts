import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { endClaims } from "#lib/moderation/claims/commands.ts";
import { openAppeal } from "#lib/moderation/appeals.ts";
import { onlyOtherWords, propose, refuseProposal } from "#lib/moderation/proposals/commands.ts";
import { holdReason } from "#lib/moderation/reasons/commands.ts";
import {
  approvalKind,
  explain,
  refuseRecognisable,
  refuseViewer,
  unknownStory,
} from "#lib/moderation/refusals.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import {
  allows,
  appealAnswered,
  isOfPublic,
  isTold,
  leavesWaiting,
  settlesReports,
  transitions,
} from "#lib/moderation/transitions.ts";
import { type Before, type HeldStory, holdStory } from "#lib/moderation/undo/commands.ts";
import { mailStoryteller } from "#lib/notifications/story-mail.ts";
import { answerReports, awaitsChanges, gateIfReported, openGate } from "#lib/reports/commands.ts";
import { type Result, success } from "#lib/result.ts";
import { warningFields } from "#lib/stories/queries.ts";

/**
 * Decides on one revision of a story. Its row is locked first, so of two moderators at once one
 * changes it and the other finds it changed. Whoever decides lets go of the story.
 */
export async function decide(
  viewer: Viewer | null,
  input: DecisionInput,
): Promise<Result<{ id: string; decisionId: string }>> {
  if (!isModerator(viewer)) return unknownStory();
  return database().prisma.$transaction((tx) => decideWithin(tx, viewer, input));
}

/** What was decided with one press, at one moment, has its time to be undone in common. */
export type Batch = { id: string; decidedAt: Date };

/** Decides in a transaction that has more to decide. One that fails has changed nothing. */
export async function decideWithin(
  tx: Transaction,
  viewer: Viewer,
  given: DecisionInput,
  batch: Batch | null = null,
): Promise<Result<{ id: string; decisionId: string }>> {
  const { storyId, reason, message, internalNote, recognisable } = given;
  const held = await holdStory(tx, storyId);
  if (!held) return unknownStory();
  const input = await onlyOtherWords(tx, given);
  const answered = appealAnswered[input.kind];
  const appeal = answered ? await openAppeal(tx, storyId, answered) : null;
  const deciding = { viewer, input, held };
  const refused =
    (await refuseViewer(tx, deciding, appeal)) ??
    refuseRecognisable(deciding) ??
    (await refuseProposal(tx, input)) ??
    (await holdReason(tx, input));
  if (refused) return refused;
  const kind = await approvalKind(tx, deciding);
  if (typeof kind !== "string") return kind;
  const moved = await moveStory(tx, { ...input, kind }, held);
  if (!moved) return explain(tx, input);
  const { revisionId } = moved;
  const { id } = await tx.decision.create({
    data: {
      ...{ storyId, revisionId, moderatorId: viewer.id, before: held.before },
      ...{ kind, reason, message, internalNote, recognisable },
      warnings: await warningsOf(tx, { ...input, kind }),
      ...(batch && { batchId: batch.id, createdAt: batch.decidedAt }),
    },
    select: { id: true },
  });
  // The first of two approvals leaves it open.
  if (appeal && appealAnswered[kind]) {
    await tx.appeal.update({ where: { id: appeal.id }, data: { outcomeId: id } });
  }
  await seeToReports(tx, { storyId, decisionId: id, kind }, held.before);
  await propose(tx, { ...input, decisionId: id });
  await endClaims(tx, viewer, Prisma.sql`"storyId" = ${storyId}`);
  if (isTold(kind)) await mailStoryteller(tx, storyId, { kind: "decided", decisionId: id });
  return success({ id: storyId, decisionId: id });
}

type Decided = { storyId: string; decisionId: string; kind: DecisionKind };

/** Answers the open reports on a story, and opens its gate where that settles them. */
async function seeToReports(tx: Transaction, decided: Decided, before: Before): Promise<void> {
  const { storyId, decisionId, kind } = decided;
  const outcome = reportsOutcome(kind, before);
  const answered = outcome ? await answerReports(tx, { storyId, decisionId, outcome }) : 0;
  if (!outcome) await gateIfReported(tx, storyId);
  if (!settlesReports(kind)) return;
  // Later reports, dismissed, leave the gate that earlier ones brought.
  if (kind === "DISMISS_REPORTS" && answered > 0 && (await awaitsChanges(tx, storyId))) return;
  await openGate(tx, storyId);
}

/** What a decision says to the open reports on a story; null when it is about something else. */
function reportsOutcome(kind: DecisionKind, { status, waitingSince }: Before) {
  if (kind === "DISMISS_REPORTS") return "DISMISSED";
  if (kind === "TAKE_DOWN" || kind === "SET_WARNINGS") return "UPHELD";
  // Reports that came before an approval was undone: readers won't see what they are about.
  const isNo = kind === "REJECT" || kind === "ASK_FOR_CHANGES";
  if (isNo && status !== "PUBLISHED") return "UPHELD";
  // Of a change that waits, it is the change that other words are asked for.
  return kind === "ASK_FOR_CHANGES" && waitingSince === null ? "UPHELD" : null;
}

/**
 * Moves the story, which this transaction has to itself. Answers the revision that is decided on: of
 * a published story that is taken down or put back, the one that readers saw. Null when the story is
 * not in a status, or not at the revision, that this decision is for.
 */
async function moveStory(
  tx: Transaction,
  { storyId, revisionId, kind }: Deciding,
  held: HeldStory,
) {
  const { status: from, waitingSince, gatedAt } = held.before;
  const to = transitions[kind][from];
  const standing = {
    ...{ status: from, waiting: waitingSince !== null },
    ...{ reported: held.reported, gated: gatedAt !== null },
  };
  if (!to || !allows(kind, standing)) return null;
  const rows = await tx.$queryRaw<{ latest: string; published: string | null }[]>`
    UPDATE "Story" SET
      "status" = ${to}::"Status",
      "publishedRevisionId" = CASE WHEN ${kind} = 'APPROVE' THEN "latestRevisionId" ELSE "publishedRevisionId" END,
      "publishedAt" = CASE WHEN ${kind} = 'APPROVE' THEN COALESCE("publishedAt", now()) ELSE "publishedAt" END,
      -- A change, or an appeal for one, that waited when the story was taken down waits again when
      -- it is put back.
      "waitingSince" = CASE WHEN ${kind} = 'RESTORE' AND "latestRevisionId" <> "publishedRevisionId"
        AND (NOT EXISTS (SELECT FROM "Decision" WHERE "revisionId" = "latestRevisionId" AND "undoneAt" IS NULL)
          OR EXISTS (SELECT FROM "Appeal" JOIN "Decision" ON "Decision"."id" = "decisionId"
            WHERE "Appeal"."storyId" = "Story"."id" AND "outcomeId" IS NULL AND "erasedAt" IS NULL
              AND "Decision"."kind" = 'REJECT'))
        THEN now() WHEN ${leavesWaiting(kind)} THEN "waitingSince" END
    WHERE "id" = ${storyId} AND "latestRevisionId" = ${revisionId} AND "status" = ${from}::"Status"
    RETURNING "latestRevisionId" AS latest, "publishedRevisionId" AS published`;
  const [row] = rows;
  if (!row) return null;
  return { revisionId: (isOfPublic(kind) && row.published) || row.latest };
}

type Deciding = Omit<DecisionInput, "kind"> & { kind: DecisionKind };

/** The content warnings as decided; set for readers where the decision is theirs to see. */
async function warningsOf(tx: Transaction, input: Deciding): Promise<ContentWarning[]> {
  const { kind, storyId } = input;
  if (kind === "APPROVE" || kind === "SET_WARNINGS") return setWarnings(tx, input);
  // What the second of two finds chosen, and what words are published with once they are accepted.
  const isForLater = kind === "ENDORSE" || (input.proposal !== null && input.publishAtOnce);
  if (isForLater) return toContentWarnings(input);
  return (await currentWarnings(tx, storyId)) as ContentWarning[];
}

async function setWarnings(tx: Transaction, input: Deciding): Promise<ContentWarning[]> {
  const warnings = toContentWarnings(input);
  const { storyId } = input;
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.storyWarning.createMany({ data: warnings.map((each) => ({ storyId, ...each })) });
  return warnings;
}

function currentWarnings(tx: Transaction, storyId: string) {
  return tx.storyWarning.findMany({ where: { storyId }, ...warningFields });
}
