import * as desk from "#lib/generated/messages/desk.ts";
import type { UndoableBatch } from "#lib/moderation/bulk/queries.ts";
import type { BulkKind } from "#lib/moderation/bulk/schema.ts";

type Label = {
  /** While nobody knows how many are selected. */
  any: () => string;
  all: (values: { count: number }) => string;
  some: (values: { part: number; count: number }) => string;
};

const labels: Record<BulkKind, Label> = {
  REJECT: { any: desk.rejectSelected, all: desk.rejectAll, some: desk.rejectSome },
  TAKE_DOWN: { any: desk.takeDownSelected, all: desk.takeDownAll, some: desk.takeDownSome },
};

/** How many stories are selected, and on how many of them each decision can be made. */
export type Selection = { count: number; allows: Record<BulkKind, number> };

/** On a button; without a script nobody knows how many are selected. */
export function buttonLabel(kind: BulkKind, selection: Selection | null): string {
  const label = labels[kind];
  if (!selection) return label.any();
  const { count, allows } = selection;
  return allows[kind] === count ? label.all({ count }) : label.some({ part: allows[kind], count });
}

/** What each decision is for, of what is selected; empty where it is for all of it. */
export function selectionSentence(kinds: readonly BulkKind[], selection: Selection | null): string {
  if (kinds.length < 2) return "";
  if (!selection || selection.count === 0) return desk.selectionUnknown();
  const { count, allows } = selection;
  if (kinds.every((kind) => allows[kind] === count)) return "";
  if (count === 1) return allows.REJECT === 1 ? desk.onlyReject() : desk.onlyTakeDown();
  return desk.selectionParts({
    count,
    rejects: shareOf(allows.REJECT, count),
    reject: allows.REJECT,
    takesDown: shareOf(allows.TAKE_DOWN, count),
    takeDown: allows.TAKE_DOWN,
  });
}

function shareOf(part: number, count: number): "none" | "all" | "other" {
  if (part === 0) return "none";
  return part === count ? "all" : "other";
}

/** Why nothing is sent: what is selected can't be decided on so. */
export function noneAllows(kind: BulkKind): string {
  return kind === "REJECT" ? desk.noneToReject() : desk.noneToTakeDown();
}

/** Above the list of those that stayed as they were. */
export function notDoneTitle(kind: BulkKind, count: number): string {
  return kind === "REJECT" ? desk.notRejected({ count }) : desk.notTakenDown({ count });
}

/** Why a decision was not for a story on which only the other one can be made. */
export function notForIt(kind: BulkKind): string {
  return kind === "REJECT" ? desk.notForReject() : desk.notForTakeDown();
}

/** What was decided on several, while it can be undone. */
export function batchSentence({ kind, count }: Pick<UndoableBatch, "kind" | "count">): string {
  return kind === "REJECT" ? desk.batchRejected({ count }) : desk.batchTakenDown({ count });
}

/** What undoing it came to. */
export function storiesStand(count: number): string {
  return desk.batchUndone({ count });
}
