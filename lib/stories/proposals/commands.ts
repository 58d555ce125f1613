import "server-only";
import type { Prisma, Transaction } from "#lib/db.ts";
import type { ProposalAnswer } from "#lib/generated/prisma/enums.ts";
import { lastingKinds, openProposal } from "#lib/stories/proposals/policy.ts";

/** The last decision that a storyteller was told of, with words that were proposed with it. */
export const lastDecision = {
  where: { undoneAt: null, kind: { in: lastingKinds } },
  orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  take: 1,
} as const satisfies Prisma.Story$decisionsArgs;

export const proposalFields = {
  decisionId: true,
  text: true,
  publishAtOnce: true,
  answer: true,
} as const satisfies Prisma.ProposalSelect;

/**
 * Whoever sends words of their own while others are proposed has answered. In the transaction of
 * the change, before it is written, which has the story's row to itself.
 */
export async function answerByChanging(tx: Transaction, storyId: string): Promise<void> {
  const story = await tx.story.findUniqueOrThrow({
    where: { id: storyId },
    select: {
      latestRevisionId: true,
      decisions: {
        ...lastDecision,
        select: { kind: true, revisionId: true, proposal: { select: proposalFields } },
      },
    },
  });
  const proposal = openProposal(story.decisions[0], story.latestRevisionId);
  if (proposal) await keepAnswer(tx, proposal.decisionId, "CHANGED");
}

/** In a transaction that has the story's row to itself, in which the proposal is still open. */
export async function keepAnswer(
  tx: Transaction,
  decisionId: string,
  answer: ProposalAnswer,
): Promise<void> {
  const data = { answer, answeredAt: new Date() };
  await tx.proposal.update({ where: { decisionId, answer: null }, data });
}
