import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";
import { allows } from "#lib/moderation/transitions.ts";

type Standing = { status: Status; waiting: boolean };

/** Holding the way to a story is the right to all of this; how the story stands says what there is to do. */
export function canWithdraw(story: Standing): boolean {
  return allows("WITHDRAW", story);
}

export function canChange(story: Standing): boolean {
  return allows("CHANGE", story);
}

type LastDecision = { kind: DecisionKind; appealed: boolean; answersAppeal: boolean };

/** Once for each rejection, of a change too, and taking down; not against what an appeal led to. */
export function canAppeal(story: Standing & { lastDecision: LastDecision | null }): boolean {
  const { status, waiting, lastDecision } = story;
  if (waiting || !lastDecision || lastDecision.appealed || lastDecision.answersAppeal) return false;
  return (
    (lastDecision.kind === "REJECT" && (status === "REJECTED" || status === "PUBLISHED")) ||
    (lastDecision.kind === "TAKE_DOWN" && status === "TAKEN_DOWN")
  );
}

/** Of a decision: which appeal it answered. */
export const outcomeFields = { select: { decision: { select: { revisionId: true } } } } as const;

type Decided = { revisionId: string; outcomeOf: { decision: { revisionId: string } } | null };

/** Whether a decision is on what an appeal was for. Words that were changed since are others. */
export function answersAppeal({ revisionId, outcomeOf }: Decided): boolean {
  return outcomeOf?.decision.revisionId === revisionId;
}
