import type { UndoableBatch } from "#lib/moderation/bulk/queries.ts";
import type { BulkKind } from "#lib/moderation/bulk/schema.ts";

const did: Record<BulkKind, string> = { REJECT: "rejected", TAKE_DOWN: "taken down" };

const labels: Record<BulkKind, string> = {
  REJECT: "Reject selected",
  TAKE_DOWN: "Take down selected",
};

/** How many stories are selected, and on how many of them each decision can be made. */
export type Selection = { count: number; allows: Record<BulkKind, number> };

/** On a button; without a script nobody knows how many are selected. */
export function buttonLabel(kind: BulkKind, selection: Selection | null): string {
  if (!selection) return labels[kind];
  const { count, allows } = selection;
  return `${labels[kind]} (${allows[kind] === count ? count : `${allows[kind]} of ${count}`})`;
}

/** What each decision is for, of what is selected; empty where it is for all of it. */
export function selectionSentence(kinds: readonly BulkKind[], selection: Selection | null): string {
  if (kinds.length < 2) return "";
  if (!selection || selection.count === 0) {
    return "Stories that wait can be rejected, published ones taken down. A decision leaves the others as they are.";
  }
  const { count, allows } = selection;
  if (kinds.every((kind) => allows[kind] === count)) return "";
  if (count === 1) {
    const [can, not] =
      allows.REJECT === 1 ? [did.REJECT, did.TAKE_DOWN] : [did.TAKE_DOWN, did.REJECT];
    return `This one can be ${can}, not ${not}.`;
  }
  const each = kinds.map((kind) => `${said(allows[kind], count)} can be ${did[kind]}`);
  return `Of these ${count}, ${each.join(" and ")}. A decision leaves the others as they are.`;
}

function said(part: number, count: number): string {
  if (part === 0) return "none";
  return part === count ? "all" : String(part);
}

/** Why nothing is sent: what is selected can't be decided on so. */
export function noneAllows(kind: BulkKind): string {
  const why = kind === "REJECT" ? "none of it waits" : "none of it is published";
  return `What is selected can’t be ${did[kind]}: ${why}.`;
}

/** Above the list of those that stayed as they were. */
export function notDoneTitle(kind: BulkKind, count: number): string {
  const stays = count === 1 ? "1 story was" : `${count} stories were`;
  return `${stays} not ${did[kind]}:`;
}

/** Why a decision was not for a story on which only the other one can be made. */
export function notForIt(kind: BulkKind): string {
  return kind === "REJECT"
    ? "It is published and nothing of it waits. It can be taken down, not rejected."
    : "It is not published. It can be rejected, not taken down.";
}

/** What was decided on several, while it can be undone. */
export function batchSentence({ kind, count }: Pick<UndoableBatch, "kind" | "count">): string {
  return `${count} ${did[kind]}. No mail has gone out yet.`;
}

/** What undoing it came to. */
export function storiesStand(count: number): string {
  const what = count === 1 ? "1 story stands as it did" : `${count} stories stand as they did`;
  return `Undone. ${what}, and no mail went out.`;
}
