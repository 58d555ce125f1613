/** Why a decision can't be made, each with what to do instead. Null: nothing speaks against it. */
import "server-only";
import { nameOf, standIns } from "#lib/accounts/name.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { type OpenAppeal, mayAnswer } from "#lib/moderation/appeals.ts";
import { findHolding } from "#lib/moderation/claims/queries.ts";
import { canOtherApprove, endorsementOf } from "#lib/moderation/others/queries.ts";
import { isOwnStory } from "#lib/moderation/policy.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import type { HeldStory } from "#lib/moderation/undo/commands.ts";
import { type Failure, failure } from "#lib/result.ts";

export const unknownStory = () => failure("not-found", decisions.unknownStory());

type Deciding = { viewer: Viewer; input: DecisionInput; held: HeldStory };

/** Whoever may not decide on this story, or not now. */
export async function refuseViewer(
  tx: Prisma.TransactionClient,
  { viewer, input, held }: Deciding,
  appeal: OpenAppeal | null,
): Promise<Failure | null> {
  if (isOwnStory(viewer, held)) {
    return failure("not-yours", decisions.ownStory());
  }
  if (appeal && !(await mayAnswer(tx, viewer, appeal))) {
    return failure("not-yours", decisions.appealOfOwn());
  }
  const holding = await findHolding(tx, viewer, input.storyId);
  if (holding && !holding.byViewer) {
    return failure("claimed", decisions.heldByOther({ name: holding.who }));
  }
  return null;
}

/**
 * What could tell of someone is not published: moderators say of each such story that it can't, or
 * of the words that they propose, where accepting those publishes them without another look.
 */
export function refuseRecognisable({ input, held }: Deciding): Failure | null {
  const sentences = recognisableSentences(input);
  if (!sentences) return null;
  if (input.recognisable === "YES") return onField(sentences.yes);
  const aboutAnother = held.subject === "SOMEONE_ELSE";
  return aboutAnother && input.recognisable === null ? onField(sentences.unanswered) : null;
}

function recognisableSentences({ kind, proposal, publishAtOnce }: DecisionInput) {
  if (kind === "APPROVE") {
    return {
      yes: decisions.recognisableApprove(),
      unanswered: decisions.unansweredApprove(),
    };
  }
  if (proposal === null || !publishAtOnce) return null;
  return {
    yes: decisions.recognisablePropose(),
    unanswered: decisions.unansweredPropose(),
  };
}

function onField(sentence: string): Failure {
  return failure("invalid", decisions.nothingDecidedYet(), {
    recognisable: [sentence],
  });
}

/**
 * Which approval it is of a story that a screening rule wants two moderators for: the first one
 * endorses. Where no other moderator can give the second, one is enough.
 */
export async function approvalKind(
  tx: Prisma.TransactionClient,
  { viewer, input, held }: Deciding,
): Promise<DecisionKind | Failure> {
  if (input.kind !== "APPROVE" || !held.needsTwo) return input.kind;
  const { storyId, revisionId } = input;
  const standing = await tx.decision.findMany({
    where: { storyId, revisionId, undoneAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 1,
    select: { kind: true, revisionId: true, moderatorId: true },
  });
  const first = endorsementOf(standing, revisionId);
  if (first && first.moderatorId !== viewer.id) return "APPROVE";
  if (!(await canOtherApprove(tx, viewer, storyId))) return "APPROVE";
  if (!first) return "ENDORSE";
  return failure("not-yours", decisions.approvedAlready());
}

/** Why a decision found nothing to decide: who was first, or what else happened. */
export async function explain(
  tx: Prisma.TransactionClient,
  input: DecisionInput,
): Promise<Failure> {
  const story = await tx.story.findUnique({
    where: { id: input.storyId },
    select: {
      status: true,
      waitingSince: true,
      latestRevisionId: true,
      decisions: {
        where: { undoneAt: null },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { kind: true, moderator: { select: { name: true, email: true } } },
      },
    },
  });
  if (!story) return unknownStory();
  if (story.status === "WITHDRAWN") {
    return failure("already-decided", decisions.storyWithdrawn());
  }
  if (story.latestRevisionId !== input.revisionId) {
    return failure("already-decided", decisions.storyChanged());
  }
  if (input.kind === "SET_WARNINGS" && story.waitingSince) {
    return failure("already-decided", decisions.warningsWithDecision());
  }
  const last = story.decisions[0];
  if (!last) return unknownStory();
  const name = nameOf(last.moderator, standIns.another);
  return failure("already-decided", decisions.decidedAlready({ name, kind: last.kind }));
}
