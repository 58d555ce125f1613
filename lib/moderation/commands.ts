import "server-only";
import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import { toContentWarnings } from "#lib/content-warnings/schema.ts";
import { Prisma, type Transaction, database } from "#lib/db.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { transitions } from "#lib/moderation/transitions.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { warningFields } from "#lib/stories/queries.ts";

const unknown = () => failure("not-found", "There is no such story.");

/**
 * Decides on one revision of a story. The conditional update is the judge of races: of two
 * moderators at once, one changes the row and the other finds it changed.
 */
export async function decide(
  viewer: Viewer | null,
  input: DecisionInput,
): Promise<Result<{ id: string }>> {
  if (!isModerator(viewer)) return unknown();
  return database().prisma.$transaction(async (tx) => {
    const moved = await moveStory(tx, input);
    if (!moved) return explain(tx, input);
    const warnings =
      input.kind === "APPROVE"
        ? await setWarnings(tx, input)
        : await currentWarnings(tx, input.storyId);
    await tx.decision.create({
      data: {
        storyId: input.storyId,
        revisionId: input.revisionId,
        moderatorId: viewer.id,
        kind: input.kind,
        reason: input.reason,
        message: input.message,
        internalNote: input.internalNote,
        warnings,
      },
    });
    return success({ id: input.storyId });
  });
}

/** False when the story is not in a status, or not at the revision, that this decision is for. */
async function moveStory(tx: Transaction, { storyId, revisionId, kind }: DecisionInput) {
  const { from, to } = transitions[kind];
  const statuses = Prisma.join(from.map((status) => Prisma.sql`${status}::"Status"`));
  const rows = await tx.$executeRaw`
    UPDATE "Story" SET
      "status" = ${to}::"Status",
      "publishedRevisionId" = CASE WHEN ${kind} = 'APPROVE' THEN "latestRevisionId" ELSE "publishedRevisionId" END,
      "publishedAt" = CASE WHEN ${kind} = 'APPROVE' THEN COALESCE("publishedAt", now()) ELSE "publishedAt" END
    WHERE "id" = ${storyId} AND "latestRevisionId" = ${revisionId} AND "status" IN (${statuses})`;
  return rows === 1;
}

async function setWarnings(tx: Transaction, input: DecisionInput): Promise<ContentWarning[]> {
  const warnings = toContentWarnings(input);
  const { storyId } = input;
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.storyWarning.createMany({ data: warnings.map((each) => ({ storyId, ...each })) });
  return warnings;
}

function currentWarnings(tx: Transaction, storyId: string) {
  return tx.storyWarning.findMany({ where: { storyId }, ...warningFields });
}

const did: Record<DecisionKind, string> = {
  APPROVE: "approved this story",
  ASK_FOR_CHANGES: "asked for changes",
  REJECT: "rejected this story",
  TAKE_DOWN: "took this story down",
  RESTORE: "restored this story",
};

/** Why a decision found nothing to decide: who was first, or what else happened. */
async function explain(tx: Transaction, input: DecisionInput): Promise<Failure> {
  const story = await tx.story.findUnique({
    where: { id: input.storyId },
    select: {
      status: true,
      latestRevisionId: true,
      decisions: {
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { kind: true, moderator: { select: { name: true, email: true } } },
      },
    },
  });
  if (!story) return unknown();
  if (story.status === "WITHDRAWN") {
    return failure(
      "already-decided",
      "The storyteller has withdrawn this story. There is nothing to decide.",
    );
  }
  if (story.latestRevisionId !== input.revisionId) {
    return failure(
      "already-decided",
      "The storyteller has changed this story since you opened it. Please read the new version.",
    );
  }
  const last = story.decisions[0];
  if (!last) return unknown();
  const who = last.moderator.name ?? last.moderator.email ?? "Another moderator";
  return failure(
    "already-decided",
    `${who} has already ${did[last.kind]}. Your decision was not needed and changed nothing.`,
  );
}
