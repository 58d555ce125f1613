import { isModerator } from "#lib/accounts/policy.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import type { DecisionKind, ProposalAnswer } from "#lib/generated/prisma/enums.ts";
import { toldKinds } from "#lib/moderation/transitions.ts";

/** New content warnings on what readers see leave all else as it was decided. */
export const lastingKinds = toldKinds.filter((kind) => kind !== "SET_WARNINGS");

type Proposal = { text: string | null; answer: ProposalAnswer | null };

type LastDecision<P extends Proposal> = {
  kind: DecisionKind;
  revisionId: string;
  proposal: P | null;
};

/**
 * The words that are proposed to a storyteller now: those of the last decision that they were told
 * of, of `lastingKinds`, while it is on what stands last and nobody has answered.
 */
export function openProposal<P extends Proposal>(
  last: LastDecision<P> | null | undefined,
  latestRevisionId: string | null,
): (P & { text: string }) | null {
  if (last?.kind !== "ASK_FOR_CHANGES" || last.revisionId !== latestRevisionId) return null;
  const { proposal } = last;
  if (proposal === null || proposal.answer !== null || proposal.text === null) return null;
  return { ...proposal, text: proposal.text };
}

type Publishing = {
  publishAtOnce: boolean;
  /** Who proposed the words. */
  moderator: Viewer;
  story: {
    storytellerId: string | null;
    needsTwo: boolean;
    reportedSince: Date | null;
  };
};

/**
 * Whether accepting publishes, as the moderator said it would: while they still may, and nothing
 * about the story has to be looked at besides.
 */
export function publishesAtOnce({ publishAtOnce, moderator, story }: Publishing): boolean {
  const { storytellerId, needsTwo, reportedSince } = story;
  return (
    publishAtOnce &&
    isModerator(moderator) &&
    moderator.id !== storytellerId &&
    !needsTwo &&
    reportedSince === null
  );
}
