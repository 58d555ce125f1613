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

/** Once for each rejection and taking down, and not against what an appeal led to. */
export function canAppeal(story: Standing & { lastDecision: LastDecision | null }): boolean {
  const { status, waiting, lastDecision } = story;
  if (waiting || !lastDecision || lastDecision.appealed || lastDecision.answersAppeal) return false;
  return (
    (status === "REJECTED" && lastDecision.kind === "REJECT") ||
    (status === "TAKEN_DOWN" && lastDecision.kind === "TAKE_DOWN")
  );
}
