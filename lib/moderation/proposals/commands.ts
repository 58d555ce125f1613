import "server-only";
import type { Transaction } from "#lib/db.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { findingKinds } from "#lib/privacy/findings.ts";
import { type Failure, failure } from "#lib/result.ts";
import { lookAt } from "#lib/stories/look-again.ts";

/** What can't be published can't be proposed either. */
export function refuseProposal({ proposal }: DecisionInput): Failure | null {
  const [first] = proposal === null ? [] : lookAt(proposal, null).refused;
  if (!first) return null;
  return failure("invalid", "Nothing is decided yet. Please look at the marked fields.", {
    proposal: [findingKinds[first.kind].sentence],
  });
}

type Proposing = DecisionInput & { decisionId: string };

/**
 * Keeps the words that a moderator proposes with a decision, for the storyteller to answer. Words
 * that are the story's own already propose nothing.
 */
export async function propose(
  tx: Transaction,
  { storyId, revisionId, decisionId, proposal, publishAtOnce }: Proposing,
): Promise<void> {
  if (proposal === null) return;
  const same = await tx.revision.count({ where: { id: revisionId, text: proposal } });
  if (same) return;
  await tx.proposal.create({ data: { decisionId, storyId, text: proposal, publishAtOnce } });
}
