/** Why a decision can't be made, each with what to do instead. Null: nothing speaks against it. */
import "server-only";
import { nameOf } from "#lib/accounts/name.ts";
import { moderators } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";
import { type OpenAppeal, mayAnswer } from "#lib/moderation/appeals.ts";
import { findHolding } from "#lib/moderation/claims/queries.ts";
import { isOwnStory } from "#lib/moderation/policy.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import type { HeldStory } from "#lib/moderation/undo/commands.ts";
import { type Failure, failure } from "#lib/result.ts";

export const unknownStory = () => failure("not-found", "There is no such story.");

type Deciding = { viewer: Viewer; input: DecisionInput; held: HeldStory };

/** Whoever may not decide on this story, or not now. */
export async function refuseViewer(
  tx: Prisma.TransactionClient,
  { viewer, input, held }: Deciding,
  appeal: OpenAppeal | null,
): Promise<Failure | null> {
  if (isOwnStory(viewer, held)) {
    return failure("not-yours", "This is your own story, so another moderator decides on it.");
  }
  if (appeal && !(await mayAnswer(tx, viewer, appeal))) {
    return failure(
      "not-yours",
      "This appeal is against a decision of yours, so another moderator answers it. Nothing is decided.",
    );
  }
  const holding = await findHolding(tx, viewer, input.storyId);
  if (holding && !holding.byViewer) {
    return failure(
      "claimed",
      `${holding.who} has this story open, so nothing is decided yet. What you wrote is kept. To decide, take it over first.`,
    );
  }
  return null;
}

/** What could tell of someone is not published: moderators say of each such story that it can't. */
export function refuseRecognisable({ input, held }: Deciding): Failure | null {
  if (input.kind !== "APPROVE") return null;
  const aboutAnother = held.subject === "SOMEONE_ELSE";
  if (input.recognisable === "YES") {
    return onField(
      "Then it can’t appear as it is. You can propose other words, or ask for changes.",
    );
  }
  if (aboutAnother && input.recognisable === null) {
    return onField("It is about someone else: please answer this before you approve it.");
  }
  return null;
}

function onField(sentence: string): Failure {
  return failure("invalid", "Nothing is decided yet. Please look at the marked fields.", {
    recognisable: [sentence],
  });
}

/**
 * Which approval it is of a story that a screening rule wants two moderators for: the first one
 * endorses. Where there is only one moderator, one is enough.
 */
export async function approvalKind(
  tx: Prisma.TransactionClient,
  { viewer, input, held }: Deciding,
): Promise<DecisionKind | Failure> {
  if (input.kind !== "APPROVE" || !held.needsTwo) return input.kind;
  const others = { role: { in: [...moderators] }, id: { not: viewer.id } };
  if ((await tx.user.count({ where: others })) === 0) return "APPROVE";
  const { storyId, revisionId } = input;
  const first = await tx.decision.findFirst({
    where: { storyId, revisionId, kind: "ENDORSE", undoneAt: null },
    orderBy: { createdAt: "desc" },
    select: { moderatorId: true },
  });
  if (first === null) return "ENDORSE";
  if (first.moderatorId !== viewer.id) return "APPROVE";
  return failure(
    "not-yours",
    "You have approved this story already. A screening rule asks for two, so another moderator approves it as well.",
  );
}

const did: Record<DecisionKind, string> = {
  APPROVE: "approved this story",
  ENDORSE: "approved this story, the first of two",
  ASK_FOR_CHANGES: "asked for changes",
  REJECT: "rejected this story",
  TAKE_DOWN: "took this story down",
  RESTORE: "restored this story",
  SET_WARNINGS: "changed its content warnings",
  DISMISS_REPORTS: "dismissed the reports on it",
};

/** Why a decision found nothing to decide: who was first, or what else happened. */
export async function explain(
  tx: Prisma.TransactionClient,
  input: DecisionInput,
): Promise<Failure> {
  const story = await tx.story.findUnique({
    where: { id: input.storyId },
    select: {
      status: true,
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
  if (!last) return unknownStory();
  const who = nameOf(last.moderator, "Another moderator");
  return failure(
    "already-decided",
    `${who} has already ${did[last.kind]}. Your decision was not needed and changed nothing.`,
  );
}
