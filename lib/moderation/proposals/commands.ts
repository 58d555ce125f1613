import "server-only";
import type { Transaction } from "#lib/db.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import type { DecisionInput } from "#lib/moderation/schema.ts";
import { findingKinds } from "#lib/privacy/findings.ts";
import { type Failure, failure } from "#lib/result.ts";
import { lookAt } from "#lib/stories/look-again.ts";

/** Words that are the story's own already propose nothing. Before anything is asked of them. */
export async function onlyOtherWords(
  tx: Transaction,
  input: DecisionInput,
): Promise<DecisionInput> {
  const { storyId, revisionId: id, proposal: text } = input;
  if (text === null) return input;
  const same = await tx.revision.count({ where: { id, storyId, text } });
  return same ? { ...input, proposal: null, publishAtOnce: false } : input;
}

/** What can't be published can't be proposed either. */
export async function refuseProposal(
  tx: Transaction,
  { proposal }: DecisionInput,
): Promise<Failure | null> {
  const [first] = proposal === null ? [] : (await lookAt(proposal, null, tx)).refused;
  if (!first) return null;
  return failure("invalid", decisions.nothingDecidedYet(), {
    proposal: [findingKinds[first.kind].sentence()],
  });
}

type Proposing = DecisionInput & { decisionId: string };

/** Keeps the words that a moderator proposes with a decision, for the storyteller to answer. */
export async function propose(
  tx: Transaction,
  { storyId, decisionId, proposal, publishAtOnce }: Proposing,
): Promise<void> {
  if (proposal === null) return;
  await tx.proposal.create({ data: { decisionId, storyId, text: proposal, publishAtOnce } });
}
